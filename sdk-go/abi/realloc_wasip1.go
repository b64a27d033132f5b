package abi

import (
	"runtime"
	"unsafe"
)

// arguments holds what the host wrote for the call that is being entered, until the call has Go values of it.
var arguments runtime.Pinner

// Unpin lets go of what the host wrote: from here on it is held by the Go values alone that were made of it.
func Unpin() {
	arguments.Unpin()
}

var started bool

func init() {
	started = true
}

// early serves those who ask before Go's runtime has started: a component's adapter for WASI, for its stack and its
// state, 64 KiB each. It asks once and never gives anything back.
var early [3 << 13]uint64

var earlyUsed uintptr

// A guest may call no imports while it allocates for its host, and Go's runtime reads clocks and polls timers where an
// allocation starts a collection, and reads the monotonic clock where it makes the heap larger. So the one is put off,
// to the next allocation of the plugin's own: no collection is started from a goroutine that is pinned. For the other
// the adapter that makes a component of the plugin is told to repeat the time that it told before.

//go:linkname procPin runtime.procPin
func procPin() int

//go:linkname procUnpin runtime.procUnpin
func procUnpin()

//go:wasmimport wasi_snapshot_preview1 adapter_monotonic_clock_set_paused
func pauseClock(paused bool)

//go:wasmexport cabi_realloc
func realloc(old unsafe.Pointer, oldSize, align, size uintptr) unsafe.Pointer {
	if !started {
		start := (earlyUsed + align - 1) &^ (align - 1)
		earlyUsed = start + size
		if earlyUsed > unsafe.Sizeof(early) {
			panic("no memory for this before Go's runtime has started")
		}
		return unsafe.Add(unsafe.Pointer(&early), start)
	}
	procPin()
	pauseClock(true)
	memory := Allocate(&arguments, size, align)
	if oldSize > 0 {
		copy(unsafe.Slice((*byte)(memory), size), unsafe.Slice((*byte)(old), oldSize))
	}
	pauseClock(false)
	procUnpin()
	return memory
}
