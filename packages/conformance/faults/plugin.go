// Package plugin has what a plugin in Go can fail in.
package plugin

import (
	"fmt"
	"os"

	guest "example.com/plugin/bindings/export_test_faults_guest"
	. "example.com/plugin/bindings/test_faults_guest"
)

type plugin struct{}

func init() { guest.Export(plugin{}) }

func (plugin) Fail(fault Fault) uint32 {
	switch fault {
	case Fault_Message:
		return message(3)
	case Fault_ErrorValue:
		return errorValue(3)
	case Fault_OtherValue:
		return otherValue(3)
	case Fault_Exit:
		os.Exit(3)
	case Fault_IndexOutOfBounds:
		return indexOutOfBounds([]uint32{1, 2}, 3)
	case Fault_NothingThere:
		return nothingThere(nil)
	case Fault_NilMap:
		return nilMap(nil)
	case Fault_NoFunction:
		return noFunction(nil)
	case Fault_DivisionByZero:
		return divisionByZero(3, 0)
	case Fault_EndlessRecursion:
		return endlessRecursion(3)
	}
	return 0
}

func message(apples uint32) uint32 {
	panic(fmt.Sprintf("cannot share %d apples", apples)) // fault: message
}

type shortage struct{ apples uint32 }

func (s shortage) Error() string { return fmt.Sprintf("cannot share %d apples", s.apples) }

func errorValue(apples uint32) uint32 {
	panic(shortage{apples}) // fault: error-value
}

type basket struct{ apples uint32 }

func otherValue(apples uint32) uint32 {
	panic(basket{apples}) // fault: other-value
}

func indexOutOfBounds(apples []uint32, index int) uint32 {
	return apples[index] // fault: index-out-of-bounds
}

func nothingThere(apples *uint32) uint32 {
	return *apples // fault: nothing-there
}

func nilMap(apples map[string]uint32) uint32 {
	apples["red"] = 3 // fault: nil-map
	return 3
}

func noFunction(apples func() uint32) uint32 {
	return apples() // fault: no-function
}

func divisionByZero(apples, heirs uint32) uint32 {
	return apples / heirs // fault: division-by-zero
}

func endlessRecursion(apples uint32) uint32 {
	return endlessRecursion(apples+1) + 1 // fault: endless-recursion
}
