// @ts-expect-error: it belongs to those who start the module
import { _initialize, adder, numbers, vector } from "./bare.wasm";

export function misuse(): void {
  // @ts-expect-error: two arguments are needed
  adder(1);
  // @ts-expect-error: an i64 is a bigint
  numbers(1, 2, 3, 4);
  // @ts-expect-error: no value can be passed
  vector(0n);
  _initialize();
}
