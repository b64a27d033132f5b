import { getNumber } from "./bindings/settings";
import { Pair, printLine, swap } from "./bindings/world";

export function sayHello(name: string): void {
  printLine("hello " + name);
}

export function twiceSwapped(value: Pair): Pair {
  return swap(swap(value));
}

export namespace tools {
  export function doubleIt(name: string): u32 {
    return getNumber(name).or(0) * 2;
  }
}
