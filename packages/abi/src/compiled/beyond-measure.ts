import type { FunctionType } from "../types/function-type.ts";
import type { Codec } from "./codec.ts";
import { partCount } from "./part-count.ts";

/** Parts of all types of a function, fields and cases, that code is made for. */
const mostParts = 2_000;

/** Characters of code that are made for a guest; an engine reads some 50 million in a second. */
const mostText = 2 ** 21;

/** Whether code for such a function would be too much. */
export function isBeyondMeasure(type: FunctionType, { textLength }: Codec): boolean {
  return textLength > mostText || partCount(type, mostParts) > mostParts;
}
