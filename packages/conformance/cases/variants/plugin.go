package plugin

import (
	cases "example.com/plugin/bindings/export_test_variants_cases"
	. "example.com/plugin/bindings/test_variants_cases"
)

type plugin struct{}

func init() { cases.Export(plugin{}) }

func (plugin) EchoNarrow(value Narrow) Narrow  { return value }
func (plugin) EchoWide(value Wide) Wide        { return value }
func (plugin) EchoMixed(value Mixed) Mixed     { return value }
func (plugin) EchoList(values []Mixed) []Mixed { return values }

func (plugin) NameOf(value Mixed) string {
	switch value.Tag() {
	case Mixed_Empty:
		return "empty"
	case Mixed_Text:
		return "text"
	case Mixed_Number:
		return "number"
	case Mixed_Items:
		return "items"
	default:
		return "pair"
	}
}

func (plugin) Next(value Color) Color {
	switch value {
	case Color_Red:
		return Color_LightGreen
	case Color_LightGreen:
		return Color_DeepBlue
	default:
		return Color_Red
	}
}
