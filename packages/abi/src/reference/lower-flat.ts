import type { CoreType } from "../flatten/core-type.ts";
import { flattenType, flattenVariant } from "../flatten/flatten-type.ts";
import { recordFields } from "../types/record-fields.ts";
import { unsupportedType } from "../types/unsupported-type.ts";
import type { RecordType, TupleType, ValueType } from "../types/value-type.ts";
import { type AnyVariantType, variantCases } from "../types/variant-cases.ts";
import { bool } from "../values/bool.ts";
import { charToI32 } from "../values/char.ts";
import { packFlags } from "../values/flags.ts";
import { float } from "../values/float.ts";
import { largeInteger, smallInteger } from "../values/integer.ts";
import { fieldReader, fieldStep } from "../values/record.ts";
import { matchCase } from "../values/variant.ts";
import type { CallContext } from "./call-context.ts";
import type { CoreValue } from "./core-values.ts";
import { encodeFloatAsI32, encodeFloatAsI64 } from "./float-bits.ts";
import { lowerBorrow, lowerOwn } from "./lower-handle.ts";
import { storeListIntoRange } from "./store-list.ts";
import { storeStringIntoRange } from "./store-string.ts";

/**
 * The core values that a value becomes. Integers come unsigned: a negative one as its two's complement.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lowering | Canonical ABI, flat lowering}.
 */
export function lowerFlat(cx: CallContext, value: unknown, type: ValueType): CoreValue[] {
  switch (type.kind) {
    case "bool":
      return [bool(cx, value)];
    case "u8":
    case "u16":
    case "u32":
    case "s8":
    case "s16":
    case "s32":
      return [smallInteger(cx, type.kind, value, type.view) >>> 0];
    case "u64":
    case "s64":
      return [BigInt.asUintN(64, largeInteger(cx, type.kind, value, type.view))];
    case "f32":
    case "f64":
      return [float(cx, type.kind, value)];
    case "char":
      return [charToI32(cx, value)];
    case "string": {
      const { pointer, length } = storeStringIntoRange(cx, value);
      return [pointer, length];
    }
    case "list": {
      const { pointer, length } = storeListIntoRange(cx, value, type.element);
      return [pointer, length];
    }
    case "record":
    case "tuple":
      return lowerFlatRecord(cx, value, type);
    case "variant":
    case "enum":
    case "option":
    case "result":
      return lowerFlatVariant(cx, value, type);
    case "flags":
      return [packFlags(cx, type, value)];
    case "own":
      return [lowerOwn(cx, value, type)];
    case "borrow":
      return [lowerBorrow(cx, value, type)];
    case "unsupported":
      throw unsupportedType(type);
  }
}

function lowerFlatRecord(cx: CallContext, value: unknown, type: RecordType | TupleType): CoreValue[] {
  const read = fieldReader(cx, type, value);
  return recordFields(type).flatMap((field, index) => {
    cx.enter(fieldStep(type, field));
    const flat = lowerFlat(cx, read(index), field.type);
    cx.leave();
    return flat;
  });
}

function lowerFlatVariant(cx: CallContext, value: unknown, type: AnyVariantType): CoreValue[] {
  const cases = variantCases(type);
  const [, ...places] = flattenVariant(cases) ?? [];
  const chosen = matchCase(cx, type, value);
  const payload = cases[chosen.index]?.type;
  cx.enter(chosen.step);
  const flat = payload === undefined ? [] : lowerFlat(cx, chosen.value, payload);
  cx.leave();
  const have = (payload && flattenType(payload)) ?? [];
  // The places that this case does not fill hold zero.
  return [chosen.index, ...places.map((want, place) => widen(flat[place] ?? 0, have[place] ?? "i32", want))];
}

/** The same bits, in a type that holds those of the other cases too. */
function widen(value: CoreValue, have: CoreType, want: CoreType): CoreValue {
  if (have === want) return value;
  const bits =
    have === "f64" ? encodeFloatAsI64(Number(value)) : have === "f32" ? encodeFloatAsI32(Number(value)) : value;
  return want === "i64" ? BigInt(bits) : bits;
}
