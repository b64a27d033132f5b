package plugin

import (
	values "example.com/plugin/bindings/export_test_options_values"
	"example.com/plugin/bindings/test_options_values"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { values.Export(plugin{}) }

type (
	number   = wit.Option[uint32]
	text     = wit.Option[string]
	deep     = wit.Option[wit.Option[text]]
	settings = test_options_values.Settings
)

func (plugin) EchoNumber(value number) number                        { return value }
func (plugin) EchoText(value text) text                              { return value }
func (plugin) EchoTwice(value wit.Option[number]) wit.Option[number] { return value }
func (plugin) EchoThrice(value deep) deep                            { return value }
func (plugin) EchoList(values []text) []text                         { return values }
func (plugin) EchoSettings(value settings) settings                  { return value }

func (plugin) Depth(value deep) uint32 {
	if second, ok := value.Get(); !ok {
		return 0
	} else if third, ok := second.Get(); !ok {
		return 1
	} else if third.IsNone() {
		return 2
	}
	return 3
}
