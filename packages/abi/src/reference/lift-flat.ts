import { flattenVariant } from "../flatten/flatten-type.ts";
import { recordFields } from "../types/record-fields.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordType, TupleType, ValueType } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { convertI32ToChar } from "../values/char.ts";
import { unpackFlags } from "../values/flags.ts";
import { viewed } from "../values/integer.ts";
import { fieldStep, recordOf } from "../values/record.ts";
import { badDiscriminant, caseOf, caseStep } from "../values/variant.ts";
import type { CallContext } from "./call-context.ts";
import { CoercedValues } from "./coerced-values.ts";
import type { CoreValues } from "./core-values.ts";
import { canonical } from "./float-bits.ts";
import { liftBorrow, liftOwn } from "./lift-handle.ts";
import { loadListFromRange } from "./load-list.ts";
import { loadStringFromRange } from "./load-string.ts";

/**
 * The value that some core values are. Of an integer below 32 bits the bits above its width are ignored.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting | Canonical ABI, flat lifting}.
 */
export function liftFlat(cx: CallContext, values: CoreValues, type: ValueType): unknown {
  switch (type.kind) {
    case "bool":
      return values.i32() !== 0;
    case "u8":
      return viewed(type, values.i32() & 0xff);
    case "u16":
      return viewed(type, values.i32() & 0xffff);
    case "u32":
      return viewed(type, values.i32());
    case "u64":
      return values.i64();
    case "s8":
      return viewed(type, (values.i32() << 24) >> 24);
    case "s16":
      return viewed(type, (values.i32() << 16) >> 16);
    case "s32":
      return viewed(type, values.i32() | 0);
    case "s64":
      return BigInt.asIntN(64, values.i64());
    case "f32":
      return canonical(values.f32());
    case "f64":
      return canonical(values.f64());
    case "char":
      return convertI32ToChar(cx, values.i32());
    case "string":
      return loadStringFromRange(cx, values.i32(), values.i32());
    case "list":
      return loadListFromRange(cx, values.i32(), values.i32(), type.element);
    case "record":
    case "tuple":
      return liftFlatRecord(cx, values, type);
    case "variant":
    case "enum":
    case "option":
    case "result":
      return liftFlatVariant(cx, values, type);
    case "flags":
      return unpackFlags(type, values.i32());
    case "own":
      return liftOwn(cx, values.i32(), type);
    case "borrow":
      return liftBorrow(cx, values.i32(), type);
    case "unsupported":
      throw unsupportedType(type);
  }
}

function liftFlatRecord(cx: CallContext, values: CoreValues, type: RecordType | TupleType): unknown {
  const lifted = recordFields(type).map((field) => {
    cx.enter(fieldStep(type, field));
    const value = liftFlat(cx, values, field.type);
    cx.leave();
    return value;
  });
  return recordOf(type, lifted);
}

function liftFlatVariant(cx: CallContext, values: CoreValues, type: AnyVariantType): unknown {
  const cases = variantCases(type);
  const [, ...places] = flattenVariant(cases) ?? [];
  const index = values.i32();
  const chosen = cases[index];
  if (chosen === undefined) throw badDiscriminant(cx, index, cases.length);
  const coerced = new CoercedValues(values, places);
  cx.enter(caseStep(type));
  const value = chosen.type === undefined ? undefined : liftFlat(cx, coerced, chosen.type);
  cx.leave();
  coerced.skipRest();
  return caseOf(type, index, value);
}
