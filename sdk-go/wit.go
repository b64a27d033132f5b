// Package wit has the types of WIT that Go has none of its own for: options, results and tuples.
//
// Bindings that `polyplug bindings` writes bring a copy of this package along, as bindings/wit, which fits them. So a
// plugin's go.mod needs no dependency, and a plugin is built without a network.
//
// Numbers, strings, lists, records, enums and flags are plain Go: a list<u8> is a []uint8, a char is a rune, a record is
// a struct. A function whose result is a tuple returns several values.
package wit

// Unit is the payload of what carries none: result<_, string> is a Result[Unit, string].
type Unit struct{}
