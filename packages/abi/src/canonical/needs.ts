import { elementSize } from "../layout/element-size.ts";
import { memoize } from "../memoize.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";
import { keys } from "../values/keys.ts";

/** What values of a type ask for, beside core values. */
export interface Needs {
  /** They are strings or lists, or have some in them. */
  readonly memory: boolean;
  /** They are handles, or have some in them. */
  readonly handles: boolean;
  readonly borrow: boolean;
}

const nothing: Needs = { memory: false, handles: false, borrow: false };

/** Throws for what has no layout, at any depth. */
const needs: (type: ValueType) => Needs = memoize((type) => {
  elementSize(type);
  switch (type.kind) {
    case "string":
      return { ...nothing, memory: true };
    case "list":
      return { ...needs(type.element), memory: true };
    case "own":
    case "borrow":
      return { ...nothing, handles: true, borrow: type.kind === "borrow" };
    case "record":
      keys(type);
      return allNeeds(type.fields.map((field) => field.type));
    case "tuple":
      return allNeeds(recordFields(type).map((field) => field.type));
    case "variant":
    case "option":
    case "result":
      return allNeeds(variantCases(type).flatMap((one) => one.type ?? []));
    case "flags":
      keys(type);
      return nothing;
    default:
      return nothing;
  }
});

/** What any of these asks for. */
export function allNeeds(types: readonly ValueType[]): Needs {
  const found = types.map(needs);
  return {
    memory: found.some(({ memory }) => memory),
    handles: found.some(({ handles }) => handles),
    borrow: found.some(({ borrow }) => borrow),
  };
}
