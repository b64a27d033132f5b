package plugin

import (
	"strconv"

	outcomes "example.com/plugin/bindings/export_test_results_outcomes"
	. "example.com/plugin/bindings/test_results_outcomes"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { outcomes.Export(plugin{}) }

type nested = wit.Result[wit.Result[uint32, string], Reason]

func (plugin) Parse(text string) wit.Result[uint32, string] {
	number, err := strconv.ParseUint(text, 10, 32)
	return wit.FromWith(uint32(number), err, func(error) string { return text + " is no number" })
}

func (plugin) Check(value uint32) wit.Result[wit.Unit, Failure] {
	switch {
	case value < 10:
		return wit.Err[wit.Unit](Failure{Reason: Reason_TooSmall, Limit: 10})
	case value > 20:
		return wit.Err[wit.Unit](Failure{Reason: Reason_TooLarge, Limit: 20})
	}
	return wit.Ok[wit.Unit, Failure](wit.Unit{})
}

func (plugin) Half(value uint32) wit.Result[uint32, wit.Unit] {
	if value%2 != 0 {
		return wit.Err[uint32](wit.Unit{})
	}
	return wit.Ok[uint32, wit.Unit](value / 2)
}

func (plugin) Even(value uint32) wit.Result[wit.Unit, wit.Unit] {
	if value%2 != 0 {
		return wit.Err[wit.Unit](wit.Unit{})
	}
	return wit.Ok[wit.Unit, wit.Unit](wit.Unit{})
}

func (plugin) EchoNested(value nested) nested { return value }

func (plugin) EchoList(values []wit.Result[string, float64]) []wit.Result[string, float64] {
	return values
}

func (plugin) Flip(value wit.Tuple1[wit.Result[uint8, uint64]]) wit.Result[uint64, uint8] {
	if value.F0.IsOk() {
		return wit.Err[uint64](value.F0.Ok())
	}
	return wit.Ok[uint64, uint8](value.F0.Err())
}
