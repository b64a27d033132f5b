package plugin

import (
	shapes "example.com/plugin/bindings/export_test_records_shapes"
	. "example.com/plugin/bindings/test_records_shapes"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { shapes.Export(plugin{}) }

func (plugin) EchoMixed(value Mixed) Mixed                            { return value }
func (plugin) EchoTree(value Tree) Tree                               { return value }
func (plugin) EchoSingle(value Single) Single                         { return value }
func (plugin) Swap(value wit.Tuple2[string, uint64]) (uint64, string) { return value.F1, value.F0 }
func (plugin) EchoOne(value wit.Tuple1[float32]) float32              { return value.F0 }

func (plugin) Weigh(value Tree) float64 {
	sum := value.Trunk.Left.Weight
	for _, leaf := range value.Trunk.Leaves {
		sum += leaf.Weight
	}
	return sum
}
