package plugin

import (
	bits "example.com/plugin/bindings/export_test_flag_sets_bits"
	. "example.com/plugin/bindings/test_flag_sets_bits"
)

type plugin struct{}

func init() { bits.Export(plugin{}) }

func (plugin) EchoOne(value One) One                   { return value }
func (plugin) EchoEight(value Eight) Eight             { return value }
func (plugin) EchoNine(value Nine) Nine                { return value }
func (plugin) EchoSixteen(value Sixteen) Sixteen       { return value }
func (plugin) EchoSeventeen(value Seventeen) Seventeen { return value }
func (plugin) EchoThirtyTwo(value ThirtyTwo) ThirtyTwo { return value }
func (plugin) EchoList(values []Nine) []Nine           { return values }

func (plugin) Highest() (One, Eight, Nine, Sixteen, Seventeen, ThirtyTwo) {
	return One_B0, Eight_B7, Nine_B8, Sixteen_B15, Seventeen_B16, ThirtyTwo_B31
}

func (plugin) HasHighest(a Eight, b Nine, c ThirtyTwo) (bool, bool, bool) {
	return a&Eight_B7 != 0, b&Nine_B8 != 0, c&ThirtyTwo_B31 != 0
}
