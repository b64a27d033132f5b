import type { ByteReader } from "../../byte-reader.ts";
import type { ComponentValType, PrimitiveValType } from "../component-type.ts";
import type { ComponentScope } from "./component-scope.ts";
import { referTo } from "./sort.ts";

const primitives: ReadonlyMap<number, PrimitiveValType> = new Map([
  [0x7f, "bool"],
  [0x7e, "s8"],
  [0x7d, "u8"],
  [0x7c, "s16"],
  [0x7b, "u16"],
  [0x7a, "s32"],
  [0x79, "u32"],
  [0x78, "s64"],
  [0x77, "u64"],
  [0x76, "f32"],
  [0x75, "f64"],
  [0x74, "char"],
  [0x73, "string"],
  [0x64, "error-context"],
]);

/** The primitive type that comes next, if one does; otherwise nothing is read. */
export function tryPrimitive(reader: ByteReader): PrimitiveValType | undefined {
  const type = primitives.get(reader.peek());
  if (type !== undefined) reader.offset++;
  return type;
}

/**
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeComponentValType(reader: ByteReader, scope: ComponentScope): ComponentValType {
  const primitive = tryPrimitive(reader);
  if (primitive !== undefined) return primitive;
  const start = reader.offset;
  const index = reader.s33("value type");
  if (index < 0) throw reader.malformed(`unknown value type ${index}`, start);
  referTo(reader, scope, "type", index, "value", start);
  return index;
}

/** What may be left out: 0 says that it is, 1 comes before it. */
export function decodeOptional<T>(reader: ByteReader, what: string, read: () => T): T | undefined {
  return reader.oneOf(`flag of the ${what}`, [false, true]) ? read() : undefined;
}

/**
 * What a function gives: one value, or nothing. The flag is the other way round than elsewhere.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions |
 * Binary, type definitions}.
 */
export function decodeResultList(reader: ByteReader, scope: ComponentScope): ComponentValType | undefined {
  if (reader.oneOf("form of results", [true, false])) return decodeComponentValType(reader, scope);
  const start = reader.offset;
  const count = reader.u32("result count");
  if (count !== 0) throw reader.malformed(`a function gives one value or none, not ${count} named ones`, start);
  return undefined;
}
