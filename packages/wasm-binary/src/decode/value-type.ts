import type { ByteReader } from "../byte-reader.ts";
import type { HeapType, RefType, ValType } from "../value-type.ts";
import { heapTypeCodes, valueTypeCodes } from "../value-type-codes.ts";
import type { Scope } from "./scope.ts";

const plainTypes = namesByCode(valueTypeCodes);
const abstractHeapTypes = namesByCode(heapTypeCodes);

function namesByCode<Name extends string>(codes: Readonly<Record<Name, number>>): ReadonlyMap<number, Name> {
  return new Map((Object.keys(codes) as Name[]).map((name) => [codes[name], name]));
}

/** One object for each abbreviated reference type, since a module may hold millions of mentions. */
const abbreviated: ReadonlyMap<number, RefType> = new Map(
  [...abstractHeapTypes].map(([code, heap]) => [code, Object.freeze({ nullable: true, heap })]),
);

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#value-types | binary format, value types}. */
export function decodeValType(reader: ByteReader, scope: Scope): ValType {
  const plain = plainTypes.get(reader.peek());
  if (plain === undefined) return decodeRefType(reader, scope, "value type");
  reader.offset++;
  return plain;
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#reference-types |
 * binary format, reference types}.
 */
export function decodeRefType(reader: ByteReader, scope: Scope, what = "reference type"): RefType {
  const start = reader.offset;
  const code = reader.byte(what);
  if (code === 0x64) return { nullable: false, heap: decodeHeapType(reader, scope) };
  if (code === 0x63) return { nullable: true, heap: decodeHeapType(reader, scope) };
  const type = abbreviated.get(code);
  if (type === undefined) throw reader.unknown(what, code, start);
  return type;
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#heap-types | binary format, heap types}. */
export function decodeHeapType(reader: ByteReader, scope: Scope): HeapType {
  const start = reader.offset;
  const code = reader.s33("heap type");
  if (code >= 0) {
    if (code < scope.typesInScope) return code;
    throw reader.malformed(`type index ${code} is out of range: there are ${scope.typesInScope} types`, start);
  }
  const heap = code >= -0x40 ? abstractHeapTypes.get(code + 0x80) : undefined;
  if (heap === undefined) throw reader.malformed(`unknown heap type ${code}`, start);
  return heap;
}
