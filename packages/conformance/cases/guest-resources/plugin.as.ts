import { err, ok, Result } from "@polyplug/sdk-assemblyscript";
import { CounterResource } from "./bindings/counters";

let gone: u32 = 0;

export namespace counters {
  export class Counter extends CounterResource {
    constructor(private value: u32) {
      super();
    }

    get(): u32 {
      return this.value;
    }

    add(by: u32): u32 {
      return (this.value += by);
    }

    static largest(a: Counter, b: Counter): u32 {
      return max(a.value, b.value);
    }

    static parse(text: string): Result<Counter, string> {
      const value = u32.parse(text);
      return value.toString() == text ? ok<Counter, string>(new Counter(value)) : err<Counter, string>(text);
    }

    destructor(): void {
      gone++;
    }
  }

  export function peek(of_: Counter): u32 {
    return of_.get();
  }

  export function make(starts: StaticArray<u32>): Counter[] {
    const made = new Array<Counter>(starts.length);
    for (let i = 0; i < starts.length; i++) made[i] = new Counter(starts[i]);
    return made;
  }

  export function destroyed(): u32 {
    return gone;
  }
}
