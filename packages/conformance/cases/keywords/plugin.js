import { delete as remove } from "test:keywords/new@1.0.0";

const same = (value) => value;

class Struct {
  constructor(value) {
    this.value = value;
  }

  delete() {
    return this.value;
  }

  typeof(value) {
    return this.value + value;
  }
}

const words = {
  Struct,
  fn: same,
  switch: same,
  go: same,
  typeof: same,
  yield: (text, number) => remove(text, number),
  import: (...numbers) => numbers.reduce((sum, number) => sum + number),
};

export { words as class };
