package plugin

import (
	"runtime"
	"strings"

	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() {
	export_wit_world.Export(plugin{})
	// What was not collected yet takes room too. With enough of that, only what is never collected makes the memory grow.
	runtime.KeepAlive(make([]byte, 32<<20))
}

func (plugin) Text(length uint32) string { return strings.Repeat("x", int(length)) }

func (plugin) Words(count uint32) []string {
	words := make([]string, count)
	for index := range words {
		words[index] = strings.Repeat("x", 100)
	}
	return words
}

func (p plugin) Refuse(length uint32) wit.Result[wit.Unit, string] {
	return wit.Err[wit.Unit](p.Text(length))
}

func (plugin) Take(values []string) uint32 { return uint32(len(values)) }

var pages uint32

func (plugin) Grown() uint32 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before := pages
	pages = uint32(stats.HeapSys / 65536)
	return pages - before
}
