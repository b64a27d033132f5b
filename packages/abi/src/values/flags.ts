import { memoize } from "../memoize.ts";
import type { FlagsType } from "../types/value-type.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";
import { keys } from "./keys.ts";
import { isObject, property } from "./property.ts";

/** A flag as JavaScript sees it, and its bit in memory: -1 for one that only a view has. */
interface Flag {
  readonly key: string;
  readonly bit: number;
}

const flags: (type: FlagsType) => readonly Flag[] = memoize((type) => {
  const seen = type.view ?? type;
  return keys(seen).map((key, index) => ({ key, bit: type.labels.indexOf(seen.labels[index] ?? "") }));
});

/** The bits of an object of booleans; a label that is left out is false, and one that does not exist must not be set. */
export function packFlags(faults: Faults, type: FlagsType, value: unknown): number {
  if (!isObject(value)) throw faults.misfit(`expected flags as an object of booleans, got ${describe(value)}`);
  const known = flags(type).filter(({ bit }) => bit >= 0);
  const unknown = Object.keys(value).find(
    (name) => !known.some(({ key }) => key === name) && Reflect.get(value, name) !== false,
  );
  if (unknown !== undefined) throw faults.misfit(`there is no flag ${describe(unknown)}`);
  return known.reduce((bits, { key, bit }) => {
    const isSet = property(value, key) ?? false;
    if (typeof isSet === "boolean") return isSet ? bits + 2 ** bit : bits;
    throw faults.misfit(`expected a boolean for the flag ${describe(key)}, got ${describe(isSet)}`);
  }, 0);
}

/** An object with a boolean for every label. Bits beyond the labels are ignored. */
export function unpackFlags(type: FlagsType, bits: number): Record<string, boolean> {
  return Object.fromEntries(flags(type).map(({ key, bit }) => [key, bit >= 0 && ((bits >>> bit) & 1) === 1]));
}
