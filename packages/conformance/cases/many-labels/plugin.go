package plugin

import (
	labels "example.com/plugin/bindings/export_test_many_labels_labels"
	"example.com/plugin/bindings/test_many_labels_labels"
)

type plugin struct{}

func init() { labels.Export(plugin{}) }

type label = test_many_labels_labels.Label

func (plugin) Echo(value label) label          { return value }
func (plugin) EchoList(values []label) []label { return values }
func (plugin) NumberOf(value label) uint32     { return uint32(value) }
func (plugin) Last() label                     { return test_many_labels_labels.Label_L256 }
