import type { CanonicalAbi } from "../canonical/canonical-abi.ts";
import { checkFunction } from "../canonical/check-function.ts";
import { referenceAbi } from "../reference/reference-abi.ts";
import type { FunctionType } from "../types/function-type.ts";
import { type Codec, codecOf } from "./codec.ts";
import { compileLift } from "./compile-lift.ts";
import { compileLower } from "./compile-lower.ts";
import { partCount } from "./part-count.ts";

/**
 * The canonical ABI as code that is made for each function: it reads and writes values where they are, allocates nothing
 * for numbers, and lets the engine inline the call of the guest. Functions beyond measure are left to the one that
 * interprets, with which it agrees in everything but the calls of `realloc` for strings.
 */
export const compiledAbi: CanonicalAbi = {
  name: "compiled",
  lift(core, type, options) {
    checkFunction("lift", type, options);
    const codec = codecOf(options);
    if (isBeyondMeasure(type, codec)) return referenceAbi.lift(core, type, options);
    return compileLift(core, type, options, codec);
  },
  lower(implementation, type, options) {
    checkFunction("lower", type, options);
    const codec = codecOf(options);
    if (isBeyondMeasure(type, codec)) return referenceAbi.lower(implementation, type, options);
    return compileLower(implementation, type, options, codec);
  },
};

/** Parts of all types of a function, fields and cases, that code is made for. */
const mostParts = 2_000;

/** Characters of code that are made for a guest; an engine reads some 50 million in a second. */
const mostText = 2 ** 21;

function isBeyondMeasure(type: FunctionType, { textLength }: Codec): boolean {
  return textLength > mostText || partCount(type, mostParts) > mostParts;
}

/** Whether this realm may make code from text; a strict Content-Security-Policy, among others, forbids it. */
export function canCompile(): boolean {
  try {
    new Function("");
    return true;
  } catch (error) {
    if (error instanceof EvalError) return false;
    throw error;
  }
}
