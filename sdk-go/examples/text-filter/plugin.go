// Package shout is a text filter that shouts: "3 hey" becomes "HEY HEY HEY".
package shout

import (
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"example.com/shout/bindings/acme_text_log"
	"example.com/shout/bindings/export_wit_world"
	"example.com/shout/bindings/wit"
	"example.com/shout/bindings/wit/hostlog"
)

var logger = hostlog.New(acme_text_log.Write, slog.LevelInfo)

type plugin struct{}

func init() {
	export_wit_world.Export(plugin{})
}

func (plugin) Transform(text string) wit.Result[string, string] {
	logger.Info("Go is asked to shout", "bytes", len(text))
	return wit.From(shout(text))
}

func shout(text string) (string, error) {
	if text == "" {
		return "", errors.New("there is nothing to shout")
	}
	loud := strings.ToUpper(text)
	number, word, found := strings.Cut(loud, " ")
	if !found {
		return loud, nil
	}
	times, err := strconv.Atoi(number)
	if err != nil {
		return "", fmt.Errorf("how often is %q? %w", number, err)
	}
	if times > 100 {
		panic(fmt.Sprintf("nobody can shout %d times", times))
	}
	return strings.TrimSuffix(strings.Repeat(word+" ", times), " "), nil
}
