package plugin

import (
	text "example.com/plugin/bindings/export_test_strings_text"
)

type plugin struct{}

func init() { text.Export(plugin{}) }

func (plugin) Echo(value string) string       { return value }
func (plugin) Join(left, right string) string { return left + right }
func (plugin) Bytes(value string) []uint8     { return []uint8(value) }
func (plugin) Make() string                   { return "ä\x00😀" }
