// Package hostlog logs to the host, through whatever function of the contract takes a line:
//
//	import (
//		"example.com/shout/bindings/acme_text_log"
//		"example.com/shout/bindings/wit/hostlog"
//	)
//
//	var logger = hostlog.New(acme_text_log.Write, slog.LevelInfo)
package hostlog

import (
	"context"
	"log/slog"
	"strings"
	"time"
)

// New makes a logger that hands each record to write as one line, `level=INFO msg="a message" key=value`, without a time,
// which the host knows better. Records below level are dropped; a [slog.LevelVar] lets the level change later.
func New(write func(line string), level slog.Leveler) *slog.Logger {
	text := slog.NewTextHandler(lines(write), &slog.HandlerOptions{Level: level})
	return slog.New(timeless{text})
}

// lines is told of a record by one call of Write.
type lines func(line string)

func (write lines) Write(record []byte) (int, error) {
	write(strings.TrimSuffix(string(record), "\n"))
	return len(record), nil
}

type timeless struct{ slog.Handler }

func (h timeless) Handle(ctx context.Context, record slog.Record) error {
	record.Time = time.Time{}
	return h.Handler.Handle(ctx, record)
}

func (h timeless) WithAttrs(attrs []slog.Attr) slog.Handler {
	return timeless{h.Handler.WithAttrs(attrs)}
}

func (h timeless) WithGroup(name string) slog.Handler {
	return timeless{h.Handler.WithGroup(name)}
}
