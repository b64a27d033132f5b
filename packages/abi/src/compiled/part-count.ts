import type { FunctionType } from "../types/function-type.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";

/** How many parts the types of a function have, each type object counted once. Stops counting beyond `most`. */
export function partCount({ params, result }: FunctionType, most: number): number {
  const seen = new Set<ValueType>();
  const open = [...params.map(({ type }) => type), ...(result === undefined ? [] : [result])];
  let count = open.length;
  for (let type = open.pop(); type !== undefined && count <= most; type = open.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    const parts = partsOf(type);
    count += parts.length;
    open.push(...parts);
  }
  return count;
}

function partsOf(type: ValueType): readonly ValueType[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "record":
    case "tuple":
      return recordFields(type).map((field) => field.type);
    case "variant":
    case "option":
    case "result":
      return variantCases(type).map((one) => one.type ?? nothing);
    default:
      return [];
  }
}

/** A case without a value is a part all the same. */
const nothing: ValueType = { kind: "bool" };
