// Package filter makes other pictures of pictures.
package filter

import (
	"errors"
	"slices"

	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/wit"
	. "example.com/plugin/bindings/wit_world"
)

type plugin struct{}

func init() {
	export_wit_world.Export(plugin{})
}

func (plugin) Apply(filter Filter, image Image) wit.Result[Image, string] {
	return wit.From(apply(filter, picture(image)))
}

type picture Image

func apply(filter Filter, image picture) (Image, error) {
	length := len(image.Pixels)
	if length%4 != 0 || uint64(length/4) != uint64(image.Width)*uint64(image.Height) {
		return Image{}, errors.New("an image has four bytes a pixel")
	}
	pixels := slices.Clone(image.Pixels)
	for place := range length / 4 {
		x, y := place%int(image.Width), place/int(image.Width)
		for channel := range 3 {
			pixels[4*place+channel] = image.filtered(filter, x, y, channel)
		}
	}
	return Image{Width: image.Width, Height: image.Height, Pixels: pixels}, nil
}

func (image picture) filtered(filter Filter, x, y, channel int) uint8 {
	switch filter {
	case Filter_Gray:
		return uint8(image.gray(x, y))
	case Filter_Invert:
		return 255 - image.at(x, y)[channel]
	case Filter_Blur:
		return image.blur(x, y, channel)
	default:
		return image.edge(x, y)
	}
}

func (image picture) at(x, y int) []uint8 {
	x = min(max(x, 0), int(image.Width)-1)
	y = min(max(y, 0), int(image.Height)-1)
	return image.Pixels[4*(y*int(image.Width)+x):]
}

func (image picture) gray(x, y int) int {
	pixel := image.at(x, y)
	return (77*int(pixel[0]) + 150*int(pixel[1]) + 29*int(pixel[2])) / 256
}

func (image picture) blur(x, y, channel int) uint8 {
	sum := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			sum += int(image.at(x+dx, y+dy)[channel])
		}
	}
	return uint8(sum / 9)
}

func (image picture) edge(x, y int) uint8 {
	across, down := 0, 0
	for side := -1; side <= 1; side++ {
		weight := 2 - side*side
		across += weight * (image.gray(x+1, y+side) - image.gray(x-1, y+side))
		down += weight * (image.gray(x+side, y+1) - image.gray(x+side, y-1))
	}
	return uint8(min(max(across, -across)+max(down, -down), 255))
}
