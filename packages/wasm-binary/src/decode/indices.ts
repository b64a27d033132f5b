import type { ByteReader } from "../byte-reader.ts";
import type { FuncType } from "../composite-type.ts";
import type { Scope } from "./scope.ts";

/**
 * An index that must refer to something: `count` of `things` are there.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#indices | binary format, indices}.
 */
export function decodeIndex(reader: ByteReader, count: number, thing: string, things: string): number {
  const start = reader.offset;
  const index = reader.u32(`${thing} index`);
  if (index >= count) {
    throw reader.malformed(`${thing} index ${index} is out of range: there are ${count} ${things}`, start);
  }
  return index;
}

/** The index of any type that is in scope. */
export function decodeTypeIndex(reader: ByteReader, scope: Scope): number {
  return decodeIndex(reader, scope.typesInScope, "type", "types");
}

/** The index of a type that must be a function type, and that type. */
export function decodeFuncTypeIndex(reader: ByteReader, scope: Scope): { typeIndex: number; type: FuncType } {
  const start = reader.offset;
  const typeIndex = decodeTypeIndex(reader, scope);
  return { typeIndex, type: funcTypeAt(reader, scope, typeIndex, start) };
}

/** The type of this index, which was read at `start` and must be that of a function type. */
export function funcTypeAt(reader: ByteReader, scope: Scope, typeIndex: number, start: number): FuncType {
  const composite = scope.types[typeIndex]?.composite;
  if (composite?.kind !== "func") throw reader.malformed(`type ${typeIndex} is not a function type`, start);
  return composite.type;
}
