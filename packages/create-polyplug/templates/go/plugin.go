// Package plugin shouts. The package export_wit_world is made of wit/world.wit and says what is to be done here.
package plugin

import (
	"errors"
	"strings"

	"example.com/my-plugin/bindings/export_wit_world"
	"example.com/my-plugin/bindings/wit"
)

type plugin struct{}

func init() {
	export_wit_world.Export(plugin{})
}

func (plugin) Transform(text string) wit.Result[string, string] {
	return wit.From(shout(text))
}

func shout(text string) (string, error) {
	if text == "" {
		return "", errors.New("there is nothing to shout")
	}
	return strings.ToUpper(text), nil
}
