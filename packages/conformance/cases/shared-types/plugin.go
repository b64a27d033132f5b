package plugin

import (
	factory "example.com/plugin/bindings/export_test_shared_types_factory"
	shapes "example.com/plugin/bindings/export_test_shared_types_shapes"
	source "example.com/plugin/bindings/test_shared_types_source"
	types "example.com/plugin/bindings/test_shared_types_types"
)

type plugin struct{}

func init() {
	shapes.Export(plugin{})
	factory.Export(plugin{})
}

type corners []types.Point

func (c corners) Corners() types.Path { return types.Path(c) }

func (plugin) MakeShape(path types.Path) *shapes.Shape { return shapes.NewShape(corners(path)) }

func (plugin) Center(of *shapes.Shape) types.Point {
	var center types.Point
	path := of.Corners()
	for _, corner := range path {
		center.X += corner.X
		center.Y += corner.Y
	}
	count := int32(len(path))
	return types.Point{X: center.X / count, Y: center.Y / count}
}

func (p plugin) Square(at types.Point, side int32) *shapes.Shape {
	corner := func(x, y int32) types.Point { return types.Point{X: at.X + x, Y: at.Y + y} }
	return p.MakeShape(types.Path{corner(0, 0), corner(side, 0), corner(side, side), corner(0, side)})
}

func (p plugin) Walked(steps uint32) *shapes.Shape {
	return p.MakeShape(source.Walk(source.Start(), steps))
}

func (plugin) Count(of *shapes.Shape) uint32 { return uint32(len(of.Corners())) }
