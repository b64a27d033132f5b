import { discriminantType } from "../layout/discriminant-type.ts";
import { maxFlatParams } from "../limits.ts";
import { memoize } from "../memoize.ts";
import { despecialize } from "../types/despecialize.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";
import type { CoreType } from "./core-type.ts";
import { join } from "./join.ts";

/**
 * The core values that a value of this type becomes where it is passed outside of memory; pointers are `i32`. Undefined
 * where there are more than 16: nothing of such a type is passed outside of memory, and there may be endlessly many.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening | Canonical ABI, flattening}.
 */
export const flattenType: (type: ValueType) => readonly CoreType[] | undefined = memoize((type) => {
  const general = despecialize(type);
  switch (general.kind) {
    case "bool":
    case "s8":
    case "u8":
    case "s16":
    case "u16":
    case "s32":
    case "u32":
    case "char":
    case "flags":
    case "own":
    case "borrow":
      return ["i32"];
    case "unsupported":
      throw unsupportedType(general);
    case "s64":
    case "u64":
      return ["i64"];
    case "f32":
      return ["f32"];
    case "f64":
      return ["f64"];
    case "string":
    case "list":
      return ["i32", "i32"];
    case "record":
      return flattenTypes(general.fields.map((field) => field.type));
    case "variant":
      return flattenVariant(general.cases);
  }
});

/** The core values of several values, one behind the other; undefined where there are more than 16. */
export function flattenTypes(types: readonly ValueType[]): readonly CoreType[] | undefined {
  const all: CoreType[] = [];
  for (const type of types) {
    const flat = flattenType(type);
    if (flat === undefined || all.length + flat.length > maxFlatParams) return undefined;
    all.push(...flat);
  }
  return all;
}

/** The discriminant, then places that each hold whatever any case has there; undefined where there are more than 16. */
export const flattenVariant: (cases: readonly VariantCase[]) => readonly CoreType[] | undefined = memoize((cases) => {
  const payload: CoreType[] = [];
  for (const { type } of cases) {
    if (type === undefined) continue;
    const flat = flattenType(type);
    if (flat === undefined) return undefined;
    for (const [place, core] of flat.entries()) {
      const other = payload[place];
      payload[place] = other === undefined ? core : join(other, core);
    }
  }
  // Every discriminant is an i32, be it of one byte or of four.
  discriminantType(cases);
  return payload.length < maxFlatParams ? ["i32", ...payload] : undefined;
});
