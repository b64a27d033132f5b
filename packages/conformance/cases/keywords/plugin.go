package plugin

import (
	class "example.com/plugin/bindings/export_test_keywords_class"
	. "example.com/plugin/bindings/test_keywords_class"
	"example.com/plugin/bindings/test_keywords_new"
)

type plugin struct{}

func init() { class.Export(plugin{}) }

type structure struct{ value uint8 }

func (s *structure) Delete() uint8                  { return s.value }
func (s *structure) Typeof(void uint8) uint8        { return s.value + void }
func (plugin) MakeStruct(value uint8) *class.Struct { return class.NewStruct(&structure{value}) }

func (plugin) Fn(this Fields) Fields                  { return this }
func (plugin) Switch(cases Cases) Cases               { return cases }
func (plugin) Go(labels Labels) Labels                { return labels }
func (plugin) Typeof(template Choices) Choices        { return template }
func (plugin) Yield(await string, async uint8) string { return test_keywords_new.Delete(await, async) }

func (plugin) Import(char, double, long, operator, return_, var_, self, sizeT, len, ptr, ret, result uint8) uint32 {
	sum := uint32(0)
	for _, one := range []uint8{char, double, long, operator, return_, var_, self, sizeT, len, ptr, ret, result} {
		sum += uint32(one)
	}
	return sum
}
