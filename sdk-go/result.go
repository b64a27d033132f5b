package wit

import (
	"errors"
	"fmt"
)

// The tags of a [Result].
const (
	ResultOk uint8 = iota
	ResultErr
)

// Result is what came of something that may fail: a value, or what went wrong. The zero Result is ok with the zero value.
//
// Go's own way is a value and an error. [From] and [FromWith] make a result of these two, and [Result.Get] gives them:
//
//	func (shout) Transform(text string) wit.Result[string, string] {
//		return wit.From(transform(text)) // func transform(text string) (string, error)
//	}
type Result[T, E any] struct {
	tag uint8
	ok  T
	err E
}

// Ok is a result that went well.
func Ok[T, E any](value T) Result[T, E] {
	return Result[T, E]{ok: value}
}

// Err is a result that did not.
func Err[T, E any](payload E) Result[T, E] {
	return Result[T, E]{tag: ResultErr, err: payload}
}

// From makes a result of what a Go function returns. An error is told by its message, and one that [Result.Get] gave by
// the text that it came with.
func From[T any](value T, err error) Result[T, string] {
	return FromWith(value, err, error.Error)
}

// FromWith makes a result of what a Go function returns. An error that [Result.Get] gave with a payload of the same type
// becomes that payload again; for any other, explain tells what to say.
func FromWith[T, E any](value T, err error, explain func(error) E) Result[T, E] {
	if err == nil {
		return Ok[T, E](value)
	}
	var carried Error[E]
	if errors.As(err, &carried) {
		return Err[T](carried.Payload)
	}
	return Err[T](explain(err))
}

// Get gives the value, or an error of type [Error] with the payload.
func (r Result[T, E]) Get() (T, error) {
	if r.tag == ResultErr {
		return r.ok, Error[E]{r.err}
	}
	return r.ok, nil
}

// Ok gives the value. It panics where there is none.
func (r Result[T, E]) Ok() T {
	if r.tag == ResultErr {
		panic(fmt.Sprintf("wit: Ok of a result that failed: %v", r.err))
	}
	return r.ok
}

// Err gives what went wrong. It panics where nothing did.
func (r Result[T, E]) Err() E {
	if r.tag == ResultOk {
		panic("wit: Err of a result that went well")
	}
	return r.err
}

// Tag is [ResultOk] or [ResultErr].
func (r Result[T, E]) Tag() uint8 {
	return r.tag
}

// IsOk says whether it went well.
func (r Result[T, E]) IsOk() bool {
	return r.tag == ResultOk
}

// IsErr says whether it failed.
func (r Result[T, E]) IsErr() bool {
	return r.tag == ResultErr
}

// Error is the error that a [Result] carried.
type Error[E any] struct {
	// Payload is what the other side said, in the type of the contract.
	Payload E
}

// Error is the payload as text.
func (e Error[E]) Error() string {
	return fmt.Sprint(e.Payload)
}
