package abi_test

import (
	"runtime"
	"testing"

	"github.com/polyplug/polyplug/sdk-go/abi"
)

func TestMemoryIsAlignedForAnyType(t *testing.T) {
	var pinner runtime.Pinner
	defer pinner.Unpin()
	for size := range uintptr(64) {
		if got := abi.Allocate(&pinner, size, 8); uintptr(got)%8 != 0 || (got == nil) != (size == 0) {
			t.Errorf("%d bytes are at %p", size, got)
		}
	}
}

func TestMemoryStaysWhereItIsUntilItIsUnpinned(t *testing.T) {
	var pinner runtime.Pinner
	memory := abi.Allocate(&pinner, 8, 8)
	*(*uint64)(memory) = 7
	at := uintptr(memory)
	memory = nil
	runtime.GC()
	if other := abi.Allocate(&pinner, 8, 8); uintptr(other) == at {
		t.Error("pinned memory was given to somebody else")
	}
	pinner.Unpin()
}

func TestAHandleIsGivenAwayOnce(t *testing.T) {
	handle := abi.MakeHandle(3)
	if handle.Use() != 3 || handle.Take() != 3 || handle.TakeOrNil() != 0 {
		t.Error("the handle is another one")
	}
	panics(t, func() { handle.Use() })
	panics(t, func() { handle.Take() })
	handle.Set(4)
	panics(t, func() { handle.Set(5) })
}

type journal struct{ drops int }

func (j *journal) Drop() { j.drops++ }

func TestWhatWasLentIsGivenBackOnce(t *testing.T) {
	one, other := abi.Lent(&journal{}), abi.Lent(&journal{})
	abi.ReturnLent()
	abi.ReturnLent()
	if one.drops != 1 || other.drops != 1 {
		t.Errorf("they were given back %d and %d times", one.drops, other.drops)
	}
}

func TestAResourceIsHeldByOneSideAtATime(t *testing.T) {
	self := new(int)
	var owned abi.Owned
	if owned.Drop() != 0 || owned.Take(self) != 0 {
		t.Error("a new resource has a handle")
	}
	panics(t, func() { owned.Take(self) })
	panics(t, func() { owned.Drop() })
	owned.Receive(9)
	if owned.Take(self) != 9 {
		t.Error("what came back goes under another handle")
	}
	owned.Receive(10)
	if owned.Drop() != 10 {
		t.Error("another handle is dropped than the one that came back")
	}
	owned.End()
}

func panics(t *testing.T, call func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Error("nothing panicked")
		}
	}()
	call()
}
