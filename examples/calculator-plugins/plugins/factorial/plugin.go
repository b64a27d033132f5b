// Package factorial multiplies all whole numbers up to one.
package factorial

import (
	"errors"
	"fmt"
	"math"

	"example.com/plugin/bindings/export_wit_world"
	"example.com/plugin/bindings/wit"
	"example.com/plugin/bindings/wit_world"
)

type factorial struct{}

func init() {
	export_wit_world.Export(factorial{})
}

func (factorial) Describe() wit_world.Operation {
	return wit_world.Operation{Name: "factorial", Symbol: "fac", Arity: 1}
}

func (factorial) Compute(args []float64) wit.Result[float64, string] {
	return wit.From(compute(args))
}

func compute(args []float64) (float64, error) {
	if len(args) != 1 {
		return 0, errors.New("a factorial is of one number")
	}
	n := args[0]
	if n < 0 || n != math.Trunc(n) {
		return 0, fmt.Errorf("%v is no whole number", n)
	}
	// Beyond this it is more than a float64 can hold.
	if n > 170 {
		return math.Inf(1), nil
	}
	product := 1.0
	for factor := 2.0; factor <= n; factor++ {
		product *= factor
	}
	return product, nil
}
