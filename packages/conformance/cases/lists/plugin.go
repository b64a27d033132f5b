package plugin

import (
	"slices"
	"strings"

	echo "example.com/plugin/bindings/export_test_lists_echo"
	work "example.com/plugin/bindings/export_test_lists_work"
	"example.com/plugin/bindings/wit"
)

type echoes struct{}

type works struct{}

func init() {
	echo.Export(echoes{})
	work.Export(works{})
}

type pair = wit.Tuple3[uint8, string, float64]

func (echoes) Bools(values []bool) []bool              { return values }
func (echoes) Chars(values []rune) []rune              { return values }
func (echoes) Strings(values []string) []string        { return values }
func (echoes) Nested(values [][][]string) [][][]string { return values }
func (echoes) Bytes(values [][]uint8) [][]uint8        { return values }
func (echoes) Pairs(values []pair) []pair              { return values }

func (works) Reverse(values []string) []string {
	slices.Reverse(values)
	return values
}

func (works) Measure(values []string) (uint32, uint32) {
	return uint32(len(values)), uint32(len(strings.Join(values, "")))
}
