import { memoize } from "../memoize.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";

/** What may stand in the place of a call: a record of some numbers and strings, and not one of such records. */
const mostInline = 16;

/**
 * How many parts of a type have code where a value of it is lifted or lowered. A type that has more of them than is worth
 * repeating gets a function of its own and counts as one, which bounds the code for a graph of types that would unfold
 * without end.
 */
const inlineCost: (type: ValueType) => number = memoize((type) => {
  const own = ownCost(type);
  return own > mostInline ? 1 : own;
});

/** Whether values of this type are handled by a function of their own. */
export function isOutOfLine(type: ValueType): boolean {
  return ownCost(type) > mostInline;
}

const ownCost: (type: ValueType) => number = memoize((type) => {
  switch (type.kind) {
    case "record":
    case "tuple":
      return recordFields(type).reduce((sum, field) => sum + inlineCost(field.type), 1);
    case "variant":
    case "option":
    case "result":
      return variantCases(type).reduce((sum, one) => sum + (one.type === undefined ? 0 : inlineCost(one.type)), 1);
    default:
      return 1;
  }
});
