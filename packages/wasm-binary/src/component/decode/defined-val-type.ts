import type { ByteReader } from "../../byte-reader.ts";
import { limits } from "../../limits.ts";
import type { ComponentValType, DefinedValType, LabeledValType, VariantCaseType } from "../component-type.ts";
import type { ComponentScope } from "./component-scope.ts";
import { labeled, labels } from "./labels.ts";
import { decodeSortedIndex } from "./sort.ts";
import { decodeComponentValType, decodeOptional, tryPrimitive } from "./val-type.ts";

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeDefinedValType(reader: ByteReader, scope: ComponentScope): DefinedValType {
  const primitive = tryPrimitive(reader);
  if (primitive !== undefined) return { kind: "primitive", type: primitive };
  const start = reader.offset;
  const code = reader.byte("type");
  const type = (): ComponentValType => decodeComponentValType(reader, scope);
  const optional = (what: string): ComponentValType | undefined => decodeOptional(reader, what, type);
  switch (code) {
    case 0x72:
      return { kind: "record", fields: decodeFields(reader, scope) };
    case 0x71:
      return { kind: "variant", cases: decodeCases(reader, scope) };
    case 0x70:
      return { kind: "list", element: type() };
    case 0x6f:
      return { kind: "tuple", types: someOf(reader, scope, "type", limits.tupleTypes, type) };
    case 0x6e:
      return { kind: "flags", labels: decodeFlags(reader, scope) };
    case 0x6d:
      return { kind: "enum", labels: someOf(reader, scope, "label", limits.enumCases, labels(reader)) };
    case 0x6b:
      return { kind: "option", type: type() };
    case 0x6a:
      return { kind: "result", ok: optional("ok type"), err: optional("error type") };
    case 0x69:
      return { kind: "own", resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x68:
      return { kind: "borrow", resource: decodeSortedIndex(reader, scope, "type", "resource") };
    case 0x67:
      return { kind: "list", element: type(), length: decodeLength(reader) };
    case 0x66:
      return { kind: "stream", type: optional("element type") };
    case 0x65:
      return { kind: "future", type: optional("element type") };
    case 0x63:
      return { kind: "map", key: decodeKeyType(reader, scope), value: type() };
    default:
      throw reader.unknown("type", code, start);
  }
}

/** A list that may not be empty. */
function someOf<T>(reader: ByteReader, scope: ComponentScope, noun: string, most: number, read: () => T): T[] {
  const start = reader.offset;
  const list = scope.list(reader, noun, most, read);
  if (list.length === 0) throw reader.malformed(`there must be at least one ${noun}`, start);
  return list;
}

function decodeFields(reader: ByteReader, scope: ComponentScope): LabeledValType[] {
  return someOf(reader, scope, "field", limits.recordFields, labeled(reader, scope));
}

function decodeCases(reader: ByteReader, scope: ComponentScope): VariantCaseType[] {
  const label = labels(reader);
  return someOf(reader, scope, "case", limits.variantCases, () => {
    const entry = { label: label(), type: decodeOptional(reader, "type", () => decodeComponentValType(reader, scope)) };
    reader.oneOf("end of the case", ["end"]);
    return entry;
  });
}

function decodeFlags(reader: ByteReader, scope: ComponentScope): string[] {
  const start = reader.offset;
  const flags = someOf(reader, scope, "label", limits.enumCases, labels(reader));
  if (flags.length > 32) throw reader.malformed(`there are ${flags.length} flags, 32 is the most`, start);
  return flags;
}

function decodeLength(reader: ByteReader): number {
  const start = reader.offset;
  const length = reader.u32("length");
  if (length === 0) throw reader.malformed("a list of fixed length has at least one element", start);
  if (length > limits.fixedLength) {
    throw reader.unsupported(`list has ${length} elements, the limit is ${limits.fixedLength}`, start);
  }
  return length;
}

const keyless = new Set<ComponentValType>(["f32", "f64", "error-context"]);

function decodeKeyType(reader: ByteReader, scope: ComponentScope): ComponentValType {
  const start = reader.offset;
  const type = decodeComponentValType(reader, scope);
  if (keyless.has(type)) throw reader.malformed(`a key cannot be of type ${type}`, start);
  return type;
}
