// Package shout is a text filter that shouts.
package shout

import (
	"errors"
	"strings"

	"example.com/plugin/bindings/acme_text_log"
	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/wit"
)

type shout struct{}

func init() {
	export_wit_world.Export(shout{})
}

func (shout) Transform(text string) wit.Result[string, string] {
	acme_text_log.Write("Go is asked to shout")
	return wit.From(capitals(text))
}

func capitals(text string) (string, error) {
	if text == "" {
		return "", errors.New("there is nothing to shout")
	}
	return strings.ToUpper(text), nil
}
