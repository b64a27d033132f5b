/** What a function of values gave back or threw, where that stands for its `result` in the place of `{ tag, val }`. */
export class Outcome {
  readonly tag: "ok" | "err";
  readonly value: unknown;

  constructor(tag: "ok" | "err", value: unknown) {
    this.tag = tag;
    this.value = value;
  }
}
