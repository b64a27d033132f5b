import { elementSize } from "../layout/element-size.ts";
import { memoize } from "../memoize.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";
import { numberType } from "./number-array.ts";

/**
 * Roughly how many bytes a value of this type takes in JavaScript, without the contents of its strings and lists. A list
 * of a million bools is a megabyte in the guest and many in the host.
 */
const weight: (type: ValueType) => number = memoize((type) => {
  switch (type.kind) {
    case "bool":
    case "enum":
      return 8;
    case "record":
    case "tuple":
      return recordFields(type).reduce((sum, field) => sum + weight(field.type), 32);
    case "variant":
    case "option":
    case "result":
      return (
        variantCases(type).reduce((most, one) => Math.max(most, one.type === undefined ? 0 : weight(one.type)), 0) + 40
      );
    case "flags":
      return 32 + 8 * type.labels.length;
    case "own":
    case "borrow":
      return 64;
    default:
      return 24;
  }
});

/** Bytes that an element of such a list takes, in the guest or in JavaScript, whichever is more. */
export function listWeight(element: ValueType): number {
  const numbers = numberType(element);
  if (numbers === undefined) return Math.max(elementSize(element), 8 + weight(element));
  return elementSize({ kind: numbers.view ?? numbers.kind });
}
