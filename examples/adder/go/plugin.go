package main

// adder is exported as (i32, i32) -> i32. On overflow it wraps.
//
//go:wasmexport adder
func adder(a, b int32) int32 {
	return a + b
}

// main is never called: the host calls _initialize, which starts Go's runtime, and then the exports.
func main() {}
