import type { KeywordsExports, Struct } from "test:keywords/keywords@1.0.0";
import { delete as remove } from "test:keywords/new@1.0.0";

const same = <T>(value: T): T => value;

class StructFrom implements Struct {
  #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  delete(): number {
    return this.#value;
  }

  typeof(value: number): number {
    return this.#value + value;
  }

  [Symbol.dispose](): void {
    // There is nothing to let go of.
  }
}

const words: KeywordsExports["class"] = {
  Struct: StructFrom,
  fn: same,
  switch: same,
  go: same,
  typeof: same,
  yield: (text, number) => remove(text, number),
  import: (...numbers) => numbers.reduce((sum, number) => sum + number),
};

export { words as class };
