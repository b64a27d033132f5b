// The attribute is all it takes: it makes the function an export of that name, of the type (i32, i32) -> i32.
// Unsigned arithmetic wraps on overflow, where signed arithmetic would be undefined.
__attribute__((export_name("adder")))
int adder(int a, int b) {
  return (int)((unsigned)a + (unsigned)b);
}
