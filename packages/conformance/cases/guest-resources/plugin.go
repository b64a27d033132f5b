package plugin

import (
	"strconv"

	counters "example.com/plugin/bindings/export_test_guest_resources_counters"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { counters.Export(plugin{}) }

type counter struct{ value uint32 }

var destroyed uint32

func (c *counter) Get() uint32 { return c.value }

func (c *counter) Add(by uint32) uint32 {
	c.value += by
	return c.value
}

func (c *counter) OnDrop() { destroyed++ }

func (plugin) MakeCounter(start uint32) *counters.Counter {
	return counters.NewCounter(&counter{start})
}

func (plugin) CounterLargest(a, b *counters.Counter) uint32 { return max(a.Get(), b.Get()) }

func (p plugin) CounterParse(text string) wit.Result[*counters.Counter, string] {
	start, err := strconv.ParseUint(text, 10, 32)
	return wit.FromWith(p.MakeCounter(uint32(start)), err, func(error) string { return text })
}

func (plugin) Peek(of *counters.Counter) uint32 { return of.Get() }

func (p plugin) Make(starts []uint32) []*counters.Counter {
	var made []*counters.Counter
	for _, start := range starts {
		made = append(made, p.MakeCounter(start))
	}
	return made
}

func (plugin) Destroyed() uint32 { return destroyed }
