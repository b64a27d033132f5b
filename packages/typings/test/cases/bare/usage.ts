import { adder, numbers, references, several } from "./bare.wasm";
import start, { "" as empty, 'f" }; throw 1 //\n*/' as hostile, delete as remove } from "./names.wasm";

export function use(): number {
  const sum: number = adder(1, 7);
  const [low, high]: [number, bigint] = several();
  references(null, { any: "thing" });
  start();
  hostile();
  empty(sum);
  remove(low, Number(high));
  return Number(numbers(1, 2n, 3, 4));
}
