package plugin

import (
	"example.com/plugin/bindings/export_wit_world"
	host "example.com/plugin/bindings/test_re_entrance_host"
)

type plugin struct{}

func init() { export_wit_world.Export(plugin{}) }

func (plugin) Enter() string { return host.CallBack() }
func (plugin) Hello() string { return "hello" }
