import type { CoreType } from "../flatten/core-type.ts";
import type { CoreValues } from "./core-values.ts";
import { decodeI32AsFloat, decodeI64AsFloat } from "./float-bits.ts";

/** The values of one case, out of places that are wide enough for every case of the variant. */
export class CoercedValues implements CoreValues {
  readonly #values: CoreValues;
  readonly #have: readonly CoreType[];
  #taken = 0;

  constructor(values: CoreValues, have: readonly CoreType[]) {
    this.#values = values;
    this.#have = have;
  }

  i32(): number {
    return this.#next() === "i64" ? wrap(this.#values.i64()) : this.#values.i32();
  }

  i64(): bigint {
    this.#next();
    return this.#values.i64();
  }

  f32(): number {
    switch (this.#next()) {
      case "i32":
        return decodeI32AsFloat(this.#values.i32());
      case "i64":
        return decodeI32AsFloat(wrap(this.#values.i64()));
      default:
        return this.#values.f32();
    }
  }

  f64(): number {
    return this.#next() === "i64" ? decodeI64AsFloat(this.#values.i64()) : this.#values.f64();
  }

  /** Takes the places that this case does not fill. */
  skipRest(): void {
    for (let type = this.#next(); type !== undefined; type = this.#next()) this.#values[type]();
  }

  #next(): CoreType | undefined {
    return this.#have[this.#taken++];
  }
}

function wrap(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}
