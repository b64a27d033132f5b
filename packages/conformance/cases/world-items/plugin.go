package plugin

import (
	tools "example.com/plugin/bindings/export_tools"
	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/settings"
	"example.com/plugin/bindings/wit_world"
)

type plugin struct{}

func init() {
	export_wit_world.Export(plugin{})
	tools.Export(plugin{})
}

func (plugin) SayHello(name string) { wit_world.PrintLine("hello " + name) }

func (plugin) TwiceSwapped(value wit_world.Pair) wit_world.Pair {
	return wit_world.Swap(wit_world.Swap(value))
}

func (plugin) DoubleIt(name string) uint32 { return 2 * settings.GetNumber(name).SomeOr(0) }
