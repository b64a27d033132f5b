import type { ByteReader } from "../byte-reader.ts";
import type { AbstractHeapType, HeapType, RefType, ValType } from "../value-type.ts";
import type { Scope } from "./scope.ts";

export const numbersAndVectors: ReadonlyMap<number, ValType> = new Map<number, ValType>([
  [0x7f, "i32"],
  [0x7e, "i64"],
  [0x7d, "f32"],
  [0x7c, "f64"],
  [0x7b, "v128"],
]);

/** @see https://webassembly.github.io/spec/core/binary/types.html#heap-types */
export const abstractHeapTypes: ReadonlyMap<number, AbstractHeapType> = new Map<number, AbstractHeapType>([
  [0x74, "noexn"],
  [0x73, "nofunc"],
  [0x72, "noextern"],
  [0x71, "none"],
  [0x70, "func"],
  [0x6f, "extern"],
  [0x6e, "any"],
  [0x6d, "eq"],
  [0x6c, "i31"],
  [0x6b, "struct"],
  [0x6a, "array"],
  [0x69, "exn"],
]);

/** One object for each abbreviated reference type, since a module may hold millions of mentions. */
const abbreviated: ReadonlyMap<number, RefType> = new Map(
  [...abstractHeapTypes].map(([code, heap]) => [code, Object.freeze({ nullable: true, heap })]),
);

/** @see https://webassembly.github.io/spec/core/binary/types.html#value-types */
export function decodeValType(reader: ByteReader, scope: Scope): ValType {
  const plain = numbersAndVectors.get(reader.peek());
  if (plain === undefined) return decodeRefType(reader, scope, "value type");
  reader.offset++;
  return plain;
}

/** @see https://webassembly.github.io/spec/core/binary/types.html#reference-types */
export function decodeRefType(reader: ByteReader, scope: Scope, what = "reference type"): RefType {
  const start = reader.offset;
  const code = reader.byte(what);
  if (code === 0x64) return { nullable: false, heap: decodeHeapType(reader, scope) };
  if (code === 0x63) return { nullable: true, heap: decodeHeapType(reader, scope) };
  const type = abbreviated.get(code);
  if (type === undefined) throw reader.unknown(what, code, start);
  return type;
}

/** @see https://webassembly.github.io/spec/core/binary/types.html#heap-types */
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
