package abi

import (
	"runtime"
	"strings"
)

// trap ends the plugin as whatever breaks a rule of WebAssembly does.
func trap()

// TrapPanic is deferred by every function that the host calls. A panic that nobody recovered from is told on stderr with
// the calls that led to it, and becomes a trap. Go's runtime would exit instead, as a program does, and before that sleep
// for some milliseconds, which nobody grants.
func TrapPanic() {
	value := recover()
	if value == nil {
		return
	}
	print("panic: ")
	printValue(value)
	print("\n\n")
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for own := false; ; {
		frame, more := frames.Next()
		// The runtime's own calls are on top, and those that led here at the bottom.
		own = own || !strings.HasPrefix(frame.Function, "runtime.")
		if !more || strings.HasPrefix(frame.Function, "main.") {
			break
		}
		if own {
			print(frame.Function, "\n\t", frame.File, ":", frame.Line, "\n")
		}
	}
	trap()
}

// printValue writes what is mostly passed to panic, without what package fmt would add to a plugin that has no need of it.
func printValue(value any) {
	switch value := value.(type) {
	case error:
		print(value.Error())
	case interface{ String() string }:
		print(value.String())
	case string:
		print(value)
	case int:
		print(value)
	default:
		print("a ", typeName(value))
	}
}

// typeName takes a type's name out of what the runtime says of a conversion that fails, since package reflect is large.
func typeName(value any) (name string) {
	defer func() {
		err, _ := recover().(error)
		_, name, _ = strings.Cut(err.Error(), ": ")
		name, _, _ = strings.Cut(name, " is not ")
	}()
	value.(interface{ unprintable() }).unprintable()
	return ""
}
