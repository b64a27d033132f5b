package wit_test

import (
	"errors"
	"fmt"
	"strconv"

	wit "github.com/polyplug/polyplug/sdk-go"
)

// A plugin whose contract says parse: func(text: string) -> result<s32, string>.
func ExampleFrom() {
	parse := func(text string) wit.Result[int32, string] {
		number, err := strconv.ParseInt(text, 10, 32)
		return wit.From(int32(number), err)
	}

	fmt.Println(parse("42").Ok())
	fmt.Println(parse("many").Err())
	// Output:
	// 42
	// strconv.ParseInt: parsing "many": invalid syntax
}

// Reason stands for an enum of a contract.
type Reason uint8

const (
	Reason_Missing Reason = iota
	Reason_Broken
)

// What went wrong is a type of the contract's own.
func ExampleFromWith() {
	open := func(name string) (string, error) { return "", errors.ErrUnsupported }
	reason := func(error) Reason { return Reason_Broken }

	content, err := open("settings")
	fmt.Println(wit.FromWith(content, err, reason).Err() == Reason_Broken)
	// Output: true
}

// A function of the host's gives a result, and Go takes it for a value and an error.
func ExampleResult_Get() {
	fetch := func(name string) wit.Result[string, Reason] { return wit.Err[string](Reason_Missing) }

	_, err := fetch("settings").Get()
	var failure wit.Error[Reason]
	fmt.Println(errors.As(err, &failure), failure.Payload == Reason_Missing)
	// Output: true true
}

func ExampleOption() {
	width := wit.Some[uint32](80)
	if columns, ok := width.Get(); ok {
		fmt.Println(columns)
	}
	fmt.Println(wit.None[uint32]().SomeOr(100))
	// Output:
	// 80
	// 100
}
