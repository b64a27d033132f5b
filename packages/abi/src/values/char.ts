import type { CallContext } from "../reference/call-context.ts";
import { describe } from "./describe.ts";

/** The code point of a string of one Unicode scalar value. */
export function charToI32(cx: CallContext, value: unknown): number {
  const codePoint = typeof value === "string" ? value.codePointAt(0) : undefined;
  if (codePoint === undefined || value !== String.fromCodePoint(codePoint) || isSurrogate(codePoint)) {
    throw cx.misfit(`expected a char, a string of one Unicode scalar value, got ${describe(value)}`);
  }
  return codePoint;
}

/** The string of one Unicode scalar value. */
export function convertI32ToChar(cx: CallContext, codePoint: number): string {
  if (codePoint >= 0x110000 || isSurrogate(codePoint)) {
    throw cx.trap(`0x${codePoint.toString(16)} is no Unicode scalar value`);
  }
  return String.fromCodePoint(codePoint);
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}
