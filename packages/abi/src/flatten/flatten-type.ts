import { discriminantType } from "../layout/discriminant-type.ts";
import { despecialize } from "../types/despecialize.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";
import type { CoreType } from "./core-type.ts";
import { join } from "./join.ts";

/**
 * The core values that a value of this type becomes where it is passed outside of memory. Pointers are `i32`.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening | Canonical ABI, flattening}.
 */
export function flattenType(type: ValueType): CoreType[] {
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
}

/** The core values of several values, one behind the other. */
export function flattenTypes(types: readonly ValueType[]): CoreType[] {
  return types.flatMap(flattenType);
}

/** The discriminant, then places that each hold whatever any case has there. */
export function flattenVariant(cases: readonly VariantCase[]): CoreType[] {
  const payload: CoreType[] = [];
  for (const { type } of cases) {
    if (type === undefined) continue;
    for (const [place, core] of flattenType(type).entries()) {
      const other = payload[place];
      payload[place] = other === undefined ? core : join(other, core);
    }
  }
  return [...flattenType({ kind: discriminantType(cases) }), ...payload];
}
