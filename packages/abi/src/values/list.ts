import { maxListByteLength } from "../limits.ts";
import type { ValueType } from "../types/value-type.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";
import { isNumberArray, type NumberArray, numberArrayLength, numberType } from "./number-array.ts";

/** What serves as a list: an array, or for numbers also the matching typed array. */
export function elements(faults: Faults, element: ValueType, value: unknown): readonly unknown[] | NumberArray {
  if (Array.isArray(value)) return value;
  const type = numberType(element);
  if (type !== undefined && isNumberArray(type, value)) return value;
  throw faults.misfit(`expected a list<${element.kind}> as an array, got ${describe(value)}`);
}

/** How many elements there are: no more than a list may have of this size. */
export function listLength(faults: Faults, list: readonly unknown[] | NumberArray, elementSize: number): number {
  const length: unknown = Array.isArray(list) ? list.length : numberArrayLength(list as NumberArray);
  if (isLength(length) && length * elementSize <= maxListByteLength) return length;
  throw badLength(faults, length, elementSize);
}

/** The fault of a list that cannot have this length. Of a proxy it may be anything. */
export function badLength(faults: Faults, length: unknown, elementSize: number): object {
  if (!isLength(length)) return faults.misfit(`expected a list with a length, got one of ${describe(length)}`);
  const byteLength = length * elementSize;
  return faults.misfit(`expected a list of at most ${maxListByteLength} bytes, got one of ${byteLength}`);
}

function isLength(length: unknown): length is number {
  return typeof length === "number" && length >>> 0 === length;
}
