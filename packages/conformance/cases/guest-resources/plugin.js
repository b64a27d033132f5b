let destroyed = 0;

const fail = (payload) => {
  throw payload;
};

class Counter {
  constructor(start) {
    this.value = start;
  }

  get() {
    return this.value;
  }

  add(by) {
    this.value += by;
    return this.value;
  }

  [Symbol.dispose]() {
    destroyed++;
  }

  static largest(a, b) {
    return Math.max(a.value, b.value);
  }

  static parse(text) {
    return /^\d+$/.test(text) ? new Counter(Number(text)) : fail(text);
  }
}

export const counters = {
  Counter,
  peek: (counter) => counter.value,
  make: (starts) => Array.from(starts, (start) => new Counter(start)),
  destroyed: () => destroyed,
};
