import type { Counter, GuestResourcesExports } from "test:guest-resources/guest-resources@1.0.0";

let destroyed = 0;

class CounterFrom implements Counter {
  #value: number;

  constructor(start: number) {
    this.#value = start;
  }

  get(): number {
    return this.#value;
  }

  add(by: number): number {
    this.#value += by;
    return this.#value;
  }

  [Symbol.dispose](): void {
    destroyed++;
  }

  static largest(a: Counter, b: Counter): number {
    return Math.max(a.get(), b.get());
  }

  static parse(text: string): Counter {
    // What is thrown is what err carries.
    if (!/^\d+$/.test(text)) throw text;
    return new CounterFrom(Number(text));
  }
}

export const counters: GuestResourcesExports["counters"] = {
  Counter: CounterFrom,
  peek: (counter) => counter.get(),
  make: (starts) => Array.from(starts, (start) => new CounterFrom(start)),
  destroyed: () => destroyed,
};
