import type { Box, OwnedResourcesExports } from "test:owned-resources/owned-resources@1.0.0";

let destroyed = 0;

class BoxOf implements Box {
  #content: number;

  constructor(content: number) {
    this.#content = content;
  }

  content(): number {
    return this.#content;
  }

  [Symbol.dispose](): void {
    destroyed++;
  }
}

export const boxes: OwnedResourcesExports["boxes"] = {
  Box: BoxOf,
  merge(a, b) {
    const sum = new BoxOf(a.content() + b.content());
    for (const box of [a, b]) box[Symbol.dispose]?.();
    return sum;
  },
  pass: (box) => box,
  maybe: (box) => box,
  pair: ([a, b]) => [b, a],
  destroyed: () => destroyed,
};
