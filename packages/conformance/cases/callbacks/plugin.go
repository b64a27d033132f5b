package plugin

import (
	guest "example.com/plugin/bindings/export_test_callbacks_guest"
	host "example.com/plugin/bindings/test_callbacks_host"
	"example.com/plugin/bindings/test_callbacks_types"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { guest.Export(plugin{}) }

type (
	point = test_callbacks_types.Point
	shape = test_callbacks_types.Shape
)

func (plugin) Nothing()                                          { host.Nothing() }
func (plugin) Number(value int64) int64                          { return host.Number(value) }
func (plugin) Text(value string) string                          { return host.Text(value) }
func (plugin) Move(value point, by int32) point                  { return host.Move(value, by) }
func (plugin) Draw(value shape) shape                            { return host.Draw(value) }
func (plugin) Bytes(values []uint8) []uint8                      { return host.Bytes(values) }
func (plugin) Parse(text string) wit.Result[uint32, string]      { return host.Parse(text) }
func (plugin) Maybe(value wit.Option[string]) wit.Option[string] { return host.Maybe(value) }
func (plugin) Check(value uint32) wit.Result[wit.Unit, shape]    { return host.Check(value) }
