import { discriminantType } from "../layout/discriminant-type.ts";
import { elementSize, payloadOffset } from "../layout/element-size.ts";
import { fieldOffsets } from "../layout/field-offsets.ts";
import { flagsSize } from "../layout/flags-size.ts";
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
import { encodeFloatAsI32, encodeFloatAsI64 } from "./float-bits.ts";
import { lowerBorrow, lowerOwn } from "./lower-handle.ts";
import { storeList } from "./store-list.ts";
import { storeString } from "./store-string.ts";

/**
 * Writes a value to a place in memory that is known to be aligned and within bounds.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#storing | Canonical ABI, storing}.
 */
export function store(cx: CallContext, value: unknown, type: ValueType, pointer: number): void {
  switch (type.kind) {
    case "bool":
      storeInt(cx, bool(cx, value), pointer, 1);
      break;
    case "u8":
    case "s8":
      storeInt(cx, smallInteger(cx, type.kind, value, type.view), pointer, 1);
      break;
    case "u16":
    case "s16":
      storeInt(cx, smallInteger(cx, type.kind, value, type.view), pointer, 2);
      break;
    case "u32":
    case "s32":
      storeInt(cx, smallInteger(cx, type.kind, value, type.view), pointer, 4);
      break;
    case "u64":
    case "s64":
      cx.view.setBigUint64(pointer, largeInteger(cx, type.kind, value, type.view), true);
      break;
    case "f32":
      storeInt(cx, encodeFloatAsI32(float(cx, type.kind, value)), pointer, 4);
      break;
    case "f64":
      cx.view.setBigUint64(pointer, encodeFloatAsI64(float(cx, type.kind, value)), true);
      break;
    case "char":
      storeInt(cx, charToI32(cx, value), pointer, 4);
      break;
    case "string":
      storeString(cx, value, pointer);
      break;
    case "list":
      storeList(cx, value, pointer, type.element);
      break;
    case "record":
    case "tuple":
      storeRecord(cx, value, pointer, type);
      break;
    case "variant":
    case "enum":
    case "option":
    case "result":
      storeVariant(cx, value, pointer, type);
      break;
    case "flags":
      storeInt(cx, packFlags(cx, type, value), pointer, flagsSize(type.labels));
      break;
    case "own":
      storeInt(cx, lowerOwn(cx, value, type), pointer, 4);
      break;
    case "borrow":
      storeInt(cx, lowerBorrow(cx, value, type), pointer, 4);
      break;
    case "unsupported":
      throw unsupportedType(type);
  }
}

/** Negative numbers go in as two's complement. */
function storeInt({ view }: CallContext, value: number, pointer: number, byteLength: number): void {
  if (byteLength === 1) view.setUint8(pointer, value);
  else if (byteLength === 2) view.setUint16(pointer, value, true);
  else view.setUint32(pointer, value, true);
}

function storeRecord(cx: CallContext, value: unknown, pointer: number, type: RecordType | TupleType): void {
  const read = fieldReader(cx, type, value);
  const fields = recordFields(type);
  const offsets = fieldOffsets(fields);
  for (const [index, field] of fields.entries()) {
    cx.enter(fieldStep(type, field));
    store(cx, read(index), field.type, pointer + (offsets[index] ?? 0));
    cx.leave();
  }
}

function storeVariant(cx: CallContext, value: unknown, pointer: number, type: AnyVariantType): void {
  const cases = variantCases(type);
  const chosen = matchCase(cx, type, value);
  storeInt(cx, chosen.index, pointer, elementSize({ kind: discriminantType(cases) }));
  const payload = cases[chosen.index]?.type;
  if (payload === undefined) return;
  cx.enter(chosen.step);
  store(cx, chosen.value, payload, pointer + payloadOffset(cases));
  cx.leave();
}
