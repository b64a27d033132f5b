/// Adds two numbers.
///
/// `no_mangle` and `extern "C"` make it an export called `adder` of the type `(i32, i32) -> i32`. On overflow it wraps,
/// as WebAssembly's own addition does and as the adders in the other languages do.
#[unsafe(no_mangle)]
pub extern "C" fn adder(a: i32, b: i32) -> i32 {
    // With an operating system below, here WASI, printing works. It is what makes this plugin import four functions:
    // one to write, two to learn of RUST_BACKTRACE, one to give up. A host that grants none of them still gets the sum.
    #[cfg(target_os = "wasi")]
    println!("adding {a} and {b}");

    a.wrapping_add(b)
}
