let destroyed = 0;

class Box {
  #content;

  constructor(content) {
    this.#content = content;
  }

  content() {
    return this.#content;
  }

  [Symbol.dispose]() {
    destroyed++;
  }
}

export const boxes = {
  Box,
  merge(a, b) {
    const sum = new Box(a.content() + b.content());
    for (const box of [a, b]) box[Symbol.dispose]();
    return sum;
  },
  pass: (box) => box,
  maybe: (box) => box,
  pair: ([a, b]) => [b, a],
  destroyed: () => destroyed,
};
