import { memoize } from "../memoize.ts";
import { despecialize } from "../types/despecialize.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordField, ValueType, VariantCase } from "../types/value-type.ts";
import { discriminantType } from "./discriminant-type.ts";
import { flagsSize } from "./flags-size.ts";

/**
 * What the address of a value of this type is a multiple of, in bytes: 1, 2, 4 or 8. Pointers have 32 bits.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment | Canonical ABI, alignment}.
 */
export const alignment: (type: ValueType) => number = memoize((type) => {
  const general = despecialize(type);
  switch (general.kind) {
    case "bool":
    case "s8":
    case "u8":
      return 1;
    case "s16":
    case "u16":
      return 2;
    case "s32":
    case "u32":
    case "f32":
    case "char":
    case "string":
    case "list":
    case "own":
    case "borrow":
      return 4;
    case "unsupported":
      throw unsupportedType(general);
    case "s64":
    case "u64":
    case "f64":
      return 8;
    case "record":
      return recordAlignment(general.fields);
    case "variant":
      return variantAlignment(general.cases);
    case "flags":
      return flagsSize(general.labels);
  }
});

export function recordAlignment(fields: readonly RecordField[]): number {
  return fields.reduce((most, { type }) => Math.max(most, alignment(type)), 1);
}

export function variantAlignment(cases: readonly VariantCase[]): number {
  return Math.max(alignment({ kind: discriminantType(cases) }), maxCaseAlignment(cases));
}

export function maxCaseAlignment(cases: readonly VariantCase[]): number {
  return cases.reduce((most, { type }) => (type === undefined ? most : Math.max(most, alignment(type))), 1);
}
