package plugin

import (
	"example.com/plugin/bindings/export_wit_world"
	host "example.com/plugin/bindings/test_failing_host_host"
)

type plugin struct{}

func init() { export_wit_world.Export(plugin{}) }

func (plugin) Ask() string {
	answer, err := host.Fail("no reason").Get()
	if err != nil {
		return err.Error()
	}
	return answer
}

func (plugin) Hello() string { return "hello" }
