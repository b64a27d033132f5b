package wit

// The tags of an [Option].
const (
	OptionNone uint8 = iota
	OptionSome
)

// Option is a value that may be missing. The zero Option is none.
type Option[T any] struct {
	tag   uint8
	value T
}

// None is an option without a value.
func None[T any]() Option[T] {
	return Option[T]{}
}

// Some is an option with a value.
func Some[T any](value T) Option[T] {
	return Option[T]{tag: OptionSome, value: value}
}

// Get gives the value and whether there is one, as an index expression of a map does.
func (o Option[T]) Get() (value T, ok bool) {
	return o.value, o.tag == OptionSome
}

// SomeOr gives the value, or another one where there is none.
func (o Option[T]) SomeOr(other T) T {
	if o.tag == OptionNone {
		return other
	}
	return o.value
}

// Some gives the value. It panics where there is none.
func (o Option[T]) Some() T {
	if o.tag == OptionNone {
		panic("wit: Some of an option without a value")
	}
	return o.value
}

// Tag is [OptionNone] or [OptionSome].
func (o Option[T]) Tag() uint8 {
	return o.tag
}

// IsSome says whether there is a value.
func (o Option[T]) IsSome() bool {
	return o.tag == OptionSome
}

// IsNone says whether there is no value.
func (o Option[T]) IsNone() bool {
	return o.tag == OptionNone
}
