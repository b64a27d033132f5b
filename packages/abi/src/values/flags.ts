import type { FlagsType } from "../types/value-type.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";
import { keys } from "./keys.ts";
import { isObject, property } from "./property.ts";

/** The bits of an object of booleans; a label that is left out is false, and one that does not exist must not be set. */
export function packFlags(faults: Faults, type: FlagsType, value: unknown): number {
  if (!isObject(value)) throw faults.misfit(`expected flags as an object of booleans, got ${describe(value)}`);
  const known = keys(type);
  const unknown = Object.keys(value).find((key) => !known.includes(key) && Reflect.get(value, key) !== false);
  if (unknown !== undefined) throw faults.misfit(`there is no flag ${describe(unknown)}`);
  return known.reduce((bits, key, index) => {
    const isSet = property(value, key) ?? false;
    if (typeof isSet === "boolean") return isSet ? bits + 2 ** index : bits;
    throw faults.misfit(`expected a boolean for the flag ${describe(key)}, got ${describe(isSet)}`);
  }, 0);
}

/** An object with a boolean for every label. Bits beyond the labels are ignored. */
export function unpackFlags(type: FlagsType, bits: number): Record<string, boolean> {
  return Object.fromEntries(keys(type).map((key, index) => [key, ((bits >>> index) & 1) === 1]));
}
