package plugin

import (
	echo "example.com/plugin/bindings/export_test_number_lists_echo"
	work "example.com/plugin/bindings/export_test_number_lists_work"
)

type echoes struct{}

type works struct{}

func init() {
	echo.Export(echoes{})
	work.Export(works{})
}

func (echoes) U8(values []uint8) []uint8      { return values }
func (echoes) S8(values []int8) []int8        { return values }
func (echoes) U16(values []uint16) []uint16   { return values }
func (echoes) S16(values []int16) []int16     { return values }
func (echoes) U32(values []uint32) []uint32   { return values }
func (echoes) S32(values []int32) []int32     { return values }
func (echoes) U64(values []uint64) []uint64   { return values }
func (echoes) S64(values []int64) []int64     { return values }
func (echoes) F32(values []float32) []float32 { return values }
func (echoes) F64(values []float64) []float64 { return values }

func (works) Sum(values []float64) float64 {
	sum := 0.0
	for _, value := range values {
		sum += value
	}
	return sum
}

func (works) Count(length uint32) []uint16 {
	numbers := make([]uint16, length)
	for place := range numbers {
		numbers[place] = uint16(place)
	}
	return numbers
}
