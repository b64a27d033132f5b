// Package abi is what bindings are made with. A plugin does not use it.
package abi

import (
	"runtime"
	"unsafe"
)

// Allocate gives zeroed memory that stays where it is until it is unpinned. It is aligned to 8 bytes, the most that any
// WIT type asks for. Of nothing there is no memory.
func Allocate(pinner *runtime.Pinner, size, _ uintptr) unsafe.Pointer {
	if size == 0 {
		return nil
	}
	memory := unsafe.Pointer(unsafe.SliceData(make([]uint64, (size+7)/8)))
	pinner.Pin(memory)
	return memory
}

// Handle is a handle of the other side's, as long as it is held here.
type Handle struct {
	value int32
}

// MakeHandle takes a handle that was given to this side.
func MakeHandle(value int32) *Handle {
	return &Handle{value}
}

// Use gives the handle for a call. It panics once the handle was given away or dropped.
func (h *Handle) Use() int32 {
	if h == nil || h.value == 0 {
		panic("this resource was dropped or given away")
	}
	return h.value
}

// Take gives the handle away. It panics once that was done.
func (h *Handle) Take() int32 {
	value := h.Use()
	h.value = 0
	return value
}

// TakeOrNil gives the handle away, or 0 once that was done.
func (h *Handle) TakeOrNil() int32 {
	value := h.value
	h.value = 0
	return value
}

// Set takes a handle again that was given away.
func (h *Handle) Set(value int32) {
	if h.value != 0 {
		panic("this resource has a handle already")
	}
	h.value = value
}

// lent has what the host lent for the call that runs.
var lent []interface{ Drop() }

// Lent notes what the host lends for a call.
func Lent[T interface{ Drop() }](resource T) T {
	lent = append(lent, resource)
	return resource
}

// ReturnLent gives back what was lent for a call that ends: the host would take it amiss if it were kept. What was given
// back before stays so.
func ReturnLent() {
	for _, resource := range lent {
		resource.Drop()
	}
	clear(lent)
	lent = lent[:0]
}

// Owned is what there is to know of a resource that this side makes.
type Owned struct {
	pinner runtime.Pinner
	// Of the host's giving back, 0 while this side has none.
	handle int32
	away   bool
}

// Take gives away a resource, which then stays where it is. Gives the handle that this side had of it, or 0 where it never
// had one. It panics where the host holds the resource already.
func (o *Owned) Take(self any) int32 {
	if o.away {
		panic("this resource was given away")
	}
	o.away = true
	handle := o.handle
	o.handle = 0
	if handle == 0 {
		o.pinner.Pin(self)
	}
	return handle
}

// Receive takes back a resource with the handle that this side has of it from then on.
func (o *Owned) Receive(handle int32) {
	o.handle = handle
	o.away = false
}

// Drop gives the handle that is to be dropped, or 0 where there is none. It panics where the host holds the resource.
func (o *Owned) Drop() int32 {
	if o.away {
		panic("this resource was given away")
	}
	handle := o.handle
	o.handle = 0
	return handle
}

// End lets go of a resource that nobody holds.
func (o *Owned) End() {
	o.pinner.Unpin()
	o.away = false
	o.handle = 0
}
