/** What every plugin of `examples/adder` exports, whatever its language. */
export interface Adder {
  adder(a: number, b: number): number;
}
