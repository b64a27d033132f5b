import { PluginError } from "@polyplug/errors";
import { maxElementSize } from "../limits.ts";
import { memoize } from "../memoize.ts";
import { despecialize } from "../types/despecialize.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordField, ValueType, VariantCase } from "../types/value-type.ts";
import { alignTo } from "./align-to.ts";
import { alignment, maxCaseAlignment, recordAlignment, variantAlignment } from "./alignment.ts";
import { discriminantType } from "./discriminant-type.ts";
import { flagsSize } from "./flags-size.ts";

/**
 * Bytes that a value of this type takes as an element of a list, padding at its end included. Pointers have 32 bits. At
 * least 1, and less than 2^28: a record without fields and one that is too large throw `malformed`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#element-size | Canonical ABI, element size}.
 */
export const elementSize: (type: ValueType) => number = memoize((type) => {
  const size = sizeOf(type);
  if (size <= maxElementSize) return size;
  const reason = `it has ${size} bytes, and ${maxElementSize} are allowed`;
  throw new PluginError({ code: "malformed", action: `lay out a ${type.kind}`, reason });
});

function sizeOf(type: ValueType): number {
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
    case "own":
    case "borrow":
      return 4;
    case "unsupported":
      throw unsupportedType(general);
    case "s64":
    case "u64":
    case "f64":
    case "string":
    case "list":
      return 8;
    case "record":
      return recordSize(general.fields);
    case "variant":
      return variantSize(general.cases);
    case "flags":
      return flagsSize(general.labels);
  }
}

function recordSize(fields: readonly RecordField[]): number {
  // A list of elements without size could be of any length, and nothing would bound it.
  if (fields.length === 0) {
    throw new PluginError({ code: "malformed", action: "lay out a record", reason: "it has no fields" });
  }
  const end = fields.reduce((offset, { type }) => alignTo(offset, alignment(type)) + elementSize(type), 0);
  return alignTo(end, recordAlignment(fields));
}

function variantSize(cases: readonly VariantCase[]): number {
  const largest = cases.reduce((most, { type }) => (type === undefined ? most : Math.max(most, elementSize(type))), 0);
  return alignTo(payloadOffset(cases) + largest, variantAlignment(cases));
}

/** Where in a variant the value of its case lies, in bytes: behind the discriminant, at one place for all cases. */
export function payloadOffset(cases: readonly VariantCase[]): number {
  return alignTo(elementSize({ kind: discriminantType(cases) }), maxCaseAlignment(cases));
}
