package plugin

import (
	"fmt"

	many "example.com/plugin/bindings/export_test_parameters_many"
	results "example.com/plugin/bindings/export_test_parameters_results"
	"example.com/plugin/bindings/export_wit_world"
	host "example.com/plugin/bindings/test_parameters_host"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() {
	many.Export(plugin{})
	results.Export(plugin{})
	export_wit_world.Export(plugin{})
}

// Each counts by its place, so that two that are exchanged show.
func weigh(values ...uint32) float64 {
	sum := 0.0
	for index, value := range values {
		sum += float64(value) * float64(index+1)
	}
	return sum
}

func (plugin) Sixteen(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p uint32) float64 {
	return weigh(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
}

func (plugin) Seventeen(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q uint32) float64 {
	return weigh(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
}

func (plugin) Strings(a, b, c, d, e, f, g, h, i string) string {
	return a + b + c + d + e + f + g + h + i
}

func (plugin) Mixed(a uint8, b float64, c bool, d string, e uint16, f int64, g rune, h float32, i uint8, j wit.Option[uint64], k int8, l string, m uint64) string {
	truth := map[bool]int{true: 1}[c]
	number := "none"
	if j, ok := j.Get(); ok {
		number = fmt.Sprint(j)
	}
	return fmt.Sprintf("%d %.2f %d %s %d %d %d %.2f %d %s %d %s %d", a, b, truth, d, e, f, g, h, i, number, k, l, m)
}

func (plugin) Numbers(s uint8) (uint8, uint16, uint32, uint64, int8, int16, int32, int64, float32, float64, uint8, uint16, uint32, uint64, int8, int16, int32, int64) {
	w := uint16(s)
	return s, w + 1, uint32(w + 2), uint64(w + 3), int8(w + 4), int16(w + 5), int32(w + 6), int64(w + 7), float32(w + 8), float64(w + 9),
		s + 10, w + 11, uint32(w + 12), uint64(w + 13), int8(w + 14), int16(w + 15), int32(w + 16), int64(w + 17)
}

func (plugin) Words() (string, string, string) { return "one", "", "three" }

func (plugin) Ask() (uint32, string) {
	return host.Seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
}
