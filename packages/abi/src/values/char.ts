import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";

/** The code point of a string of one Unicode scalar value. */
export function charToI32(faults: Faults, value: unknown): number {
  const codePoint = typeof value === "string" ? value.codePointAt(0) : undefined;
  if (codePoint === undefined || value !== String.fromCodePoint(codePoint) || isSurrogate(codePoint)) {
    throw faults.misfit(`expected a char, a string of one Unicode scalar value, got ${describe(value)}`);
  }
  return codePoint;
}

/** The string of one Unicode scalar value. */
export function convertI32ToChar(faults: Faults, codePoint: number): string {
  if (codePoint >= 0x110000 || isSurrogate(codePoint)) {
    throw faults.trap(`0x${codePoint.toString(16)} is no Unicode scalar value`);
  }
  return String.fromCodePoint(codePoint);
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}
