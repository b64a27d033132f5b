import { discriminantType } from "../layout/discriminant-type.ts";
import { elementSize, payloadOffset } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import { flagsSize } from "../layout/flags-size.ts";
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
import { decodeI32AsFloat, decodeI64AsFloat } from "./float-bits.ts";
import { liftBorrow, liftOwn } from "./lift-handle.ts";
import { loadList } from "./load-list.ts";
import { loadString } from "./load-string.ts";

/**
 * The value at a place in memory that is known to be aligned and within bounds.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading | Canonical ABI, loading}.
 */
export function load(cx: CallContext, pointer: number, type: ValueType): unknown {
  const { view } = cx;
  switch (type.kind) {
    case "bool":
      return view.getUint8(pointer) !== 0;
    case "u8":
      return viewed(type, view.getUint8(pointer));
    case "u16":
      return viewed(type, view.getUint16(pointer, true));
    case "u32":
      return viewed(type, view.getUint32(pointer, true));
    case "u64":
      return view.getBigUint64(pointer, true);
    case "s8":
      return viewed(type, view.getInt8(pointer));
    case "s16":
      return viewed(type, view.getInt16(pointer, true));
    case "s32":
      return viewed(type, view.getInt32(pointer, true));
    case "s64":
      return view.getBigInt64(pointer, true);
    case "f32":
      return decodeI32AsFloat(view.getUint32(pointer, true));
    case "f64":
      return decodeI64AsFloat(view.getBigUint64(pointer, true));
    case "char":
      return convertI32ToChar(cx, view.getUint32(pointer, true));
    case "string":
      return loadString(cx, pointer);
    case "list":
      return loadList(cx, pointer, type.element);
    case "record":
    case "tuple":
      return loadRecord(cx, pointer, type);
    case "variant":
    case "enum":
    case "option":
    case "result":
      return loadVariant(cx, pointer, type);
    case "flags":
      return unpackFlags(type, loadUnsigned(cx, pointer, flagsSize(type.labels)));
    case "own":
      return liftOwn(cx, view.getUint32(pointer, true), type);
    case "borrow":
      return liftBorrow(cx, view.getUint32(pointer, true), type);
    case "unsupported":
      throw unsupportedType(type);
  }
}

function loadUnsigned({ view }: CallContext, pointer: number, byteLength: number): number {
  if (byteLength === 1) return view.getUint8(pointer);
  return byteLength === 2 ? view.getUint16(pointer, true) : view.getUint32(pointer, true);
}

function loadRecord(cx: CallContext, pointer: number, type: RecordType | TupleType): unknown {
  const fields = recordFields(type);
  const offsets = fieldOffsets(fields);
  const values = fields.map((field, index) => {
    cx.enter(fieldStep(type, field));
    const value = load(cx, pointer + (offsets[index] ?? 0), field.type);
    cx.leave();
    return value;
  });
  return recordOf(type, values);
}

function loadVariant(cx: CallContext, pointer: number, type: AnyVariantType): unknown {
  const cases = variantCases(type);
  const index = loadUnsigned(cx, pointer, elementSize({ kind: discriminantType(cases) }));
  const chosen = cases[index];
  if (chosen === undefined) throw badDiscriminant(cx, index, cases.length);
  if (chosen.type === undefined) return caseOf(type, index, undefined);
  cx.enter(caseStep(type));
  const value = load(cx, pointer + payloadOffset(cases), chosen.type);
  cx.leave();
  return caseOf(type, index, value);
}
