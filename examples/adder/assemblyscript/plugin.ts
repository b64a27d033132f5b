/** `i32` is WebAssembly's own type, and `export` makes an export: nothing lies between the two. On overflow it wraps. */
export function adder(a: i32, b: i32): i32 {
  return a + b;
}
