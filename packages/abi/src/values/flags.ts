import type { CallContext } from "../reference/call-context.ts";
import { camelCase } from "./camel-case.ts";
import { describe } from "./describe.ts";
import { isObject, ownProperty } from "./own-property.ts";

/** The bits of an object of booleans; a label that is left out is false, and one that does not exist must not be set. */
export function packFlags(cx: CallContext, labels: readonly string[], value: unknown): number {
  if (!isObject(value)) throw cx.misfit(`expected flags as an object of booleans, got ${describe(value)}`);
  const keys = labels.map(camelCase);
  const unknown = Object.keys(value).find((key) => !keys.includes(key) && ownProperty(value, key) !== false);
  if (unknown !== undefined) throw cx.misfit(`there is no flag ${describe(unknown)}`);
  return keys.reduce((bits, key, index) => {
    const isSet = ownProperty(value, key) ?? false;
    if (typeof isSet === "boolean") return isSet ? bits + 2 ** index : bits;
    throw cx.misfit(`expected a boolean for the flag ${describe(key)}, got ${describe(isSet)}`);
  }, 0);
}

/** An object with a boolean for every label. Bits beyond the labels are ignored. */
export function unpackFlags(labels: readonly string[], bits: number): Record<string, boolean> {
  return Object.fromEntries(labels.map((label, index) => [camelCase(label), ((bits >>> index) & 1) === 1]));
}
