package hostlog_test

import (
	"fmt"
	"log/slog"
	"testing"

	"github.com/polyplug/polyplug/sdk-go/hostlog"
)

func Example() {
	// In a plugin this is a function of the contract, such as acme_text_log.Write.
	write := func(line string) { fmt.Println("host:", line) }

	logger := hostlog.New(write, slog.LevelInfo)
	logger.Info("a filter was asked", "bytes", 5)
	logger.Debug("nobody wants to know")
	// Output: host: level=INFO msg="a filter was asked" bytes=5
}

func TestAttributesAndGroupsStay(t *testing.T) {
	var lines []string
	logger := hostlog.New(func(line string) { lines = append(lines, line) }, slog.LevelDebug)

	logger.With("plugin", "shout").WithGroup("call").Warn("late", "by", "2s")

	if want := "level=WARN msg=late plugin=shout call.by=2s"; len(lines) != 1 || lines[0] != want {
		t.Errorf("got %q, not %q", lines, want)
	}
}
