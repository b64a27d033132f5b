package plugin

import (
	"math"
	"unicode/utf8"

	echo "example.com/plugin/bindings/export_test_numbers_echo"
	limits "example.com/plugin/bindings/export_test_numbers_limits"
)

type echoes struct{}

type extremes struct{}

func init() {
	echo.Export(echoes{})
	limits.Export(extremes{})
}

func (echoes) Bool(value bool) bool      { return value }
func (echoes) U8(value uint8) uint8      { return value }
func (echoes) S8(value int8) int8        { return value }
func (echoes) U16(value uint16) uint16   { return value }
func (echoes) S16(value int16) int16     { return value }
func (echoes) U32(value uint32) uint32   { return value }
func (echoes) S32(value int32) int32     { return value }
func (echoes) U64(value uint64) uint64   { return value }
func (echoes) S64(value int64) int64     { return value }
func (echoes) F32(value float32) float32 { return value }
func (echoes) F64(value float64) float64 { return value }
func (echoes) Char(value rune) rune      { return value }

func (extremes) Integers() (uint8, int8, uint16, int16, uint32, int32, uint64, int64) {
	return math.MaxUint8, math.MinInt8, math.MaxUint16, math.MinInt16, math.MaxUint32, math.MinInt32, math.MaxUint64, math.MinInt64
}

func (extremes) Floats() (float32, float64, float64) {
	return math.MaxFloat32, math.Inf(-1), math.NaN()
}

func (extremes) LargestChar() rune { return utf8.MaxRune }

func (extremes) IsNan(single float32, double float64) (bool, bool) {
	return math.IsNaN(float64(single)), math.IsNaN(double)
}

func (extremes) IsNegative(single float32, double float64) (bool, bool) {
	return math.Signbit(float64(single)), math.Signbit(double)
}
