package plugin

import (
	boxes "example.com/plugin/bindings/export_test_owned_resources_boxes"
	"example.com/plugin/bindings/wit"
)

type plugin struct{}

func init() { boxes.Export(plugin{}) }

type content uint32

var destroyed uint32

func (c content) Content() uint32 { return uint32(c) }
func (c content) OnDrop()         { destroyed++ }

func (plugin) MakeBox(number uint32) *boxes.Box { return boxes.NewBox(content(number)) }

func (p plugin) Merge(a, b *boxes.Box) *boxes.Box {
	defer a.Drop()
	defer b.Drop()
	return p.MakeBox(a.Content() + b.Content())
}

func (plugin) Pass(of *boxes.Box) *boxes.Box                          { return of }
func (plugin) Maybe(of wit.Option[*boxes.Box]) wit.Option[*boxes.Box] { return of }

func (plugin) Pair(of wit.Tuple2[*boxes.Box, *boxes.Box]) (*boxes.Box, *boxes.Box) {
	return of.F1, of.F0
}

func (plugin) Destroyed() uint32 { return destroyed }
