import { PluginError } from "@polyplug/errors";
import type { CoreType } from "../flatten/core-type.ts";

/** A core value as JavaScript has it: an `i64` is a bigint, all others are numbers. */
export type CoreValue = number | bigint;

/** Core values, taken one by one by the type that they must have. Integers come unsigned. */
export interface CoreValues {
  i32(): number;
  i64(): bigint;
  f32(): number;
  f64(): number;
}

/**
 * What a core function was given or gave back.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting | Canonical ABI, flat lifting}.
 */
export class CoreValueIterator implements CoreValues {
  readonly #values: readonly CoreValue[];
  #taken = 0;

  constructor(values: readonly CoreValue[]) {
    this.#values = values;
  }

  i32(): number {
    return this.#number("i32") >>> 0;
  }

  i64(): bigint {
    const value = this.#values[this.#taken++];
    if (typeof value !== "bigint") throw mismatch("i64", value);
    return BigInt.asUintN(64, value);
  }

  f32(): number {
    return this.#number("f32");
  }

  f64(): number {
    return this.#number("f64");
  }

  #number(type: CoreType): number {
    const value = this.#values[this.#taken++];
    if (typeof value !== "number") throw mismatch(type, value);
    return value;
  }
}

function mismatch(type: CoreType, value: CoreValue | undefined): PluginError {
  const reason = `the guest passed ${value === undefined ? "nothing" : `a ${typeof value}`} where its type has an ${type}`;
  return new PluginError({ code: "malformed", action: "take a core value", reason });
}
