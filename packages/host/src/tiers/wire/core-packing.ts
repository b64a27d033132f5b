import type { Passed } from "@polyplug/abi";
import { type Area, AreaFull, bodyStart } from "./area.ts";
import type { Packing, WireFunction } from "./packing.ts";

/** Bytes that a core value takes, whatever its type. */
const slot = 8;

/** How calls of a function of core values are packed. They have been checked, or come from the engine. */
export function coreFunction(params: readonly string[], results: readonly string[]): WireFunction {
  const gives = results.length > 1 ? "several" : "one";
  return { args: new CorePacking(params), result: new CorePacking(results), fails: false, gives };
}

/** Core values one behind the other. */
class CorePacking implements Packing {
  readonly #types: readonly string[];

  constructor(types: readonly string[]) {
    this.#types = types;
  }

  write(area: Area, values: readonly unknown[]): undefined {
    const { view } = area;
    area.top = bodyStart + this.#types.length * slot;
    if (area.top > area.bytes.length) throw new AreaFull(area.top);
    for (const [index, type] of this.#types.entries()) {
      const at = bodyStart + index * slot;
      if (type === "i64") view.setBigInt64(at, BigInt.asIntN(64, values[index] as bigint), true);
      else if (type === "i32") view.setInt32(at, values[index] as number, true);
      else view.setFloat64(at, values[index] as number, true);
    }
  }

  read({ view, top }: Area): Passed {
    const length = top - bodyStart;
    if (length !== this.#types.length * slot)
      throw new RangeError(`${length} bytes are not ${this.#types.length} values`);
    const values = this.#types.map((type, index) => {
      const at = bodyStart + index * slot;
      if (type === "i64") return view.getBigInt64(at, true);
      if (type === "i32") return view.getInt32(at, true);
      const value = view.getFloat64(at, true);
      return type === "f32" ? Math.fround(value) : value;
    });
    return { values, loans: undefined };
  }
}
