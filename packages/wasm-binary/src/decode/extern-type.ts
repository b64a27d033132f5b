import type { ByteReader } from "../byte-reader.ts";
import type { ExternKind, ExternType, GlobalType, MemoryType, TableType } from "../extern-type.ts";
import { limits as bounds } from "../limits.ts";
import { decodeFuncTypeIndex } from "./indices.ts";
import { decodeLimits, memoryFlags, tableFlags } from "./limits.ts";
import type { Scope } from "./scope.ts";
import { decodeRefType, decodeValType } from "./value-type.ts";

const kinds: readonly ExternKind[] = ["func", "table", "memory", "global", "tag"];

export function decodeExternKind(reader: ByteReader): ExternKind {
  return reader.oneOf("kind", kinds);
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/types.html#external-types | binary format, external types}.
 */
export function decodeExternType(reader: ByteReader, scope: Scope): ExternType {
  const kind = decodeExternKind(reader);
  switch (kind) {
    case "func":
      return { kind, ...decodeFuncTypeIndex(reader, scope) };
    case "table":
      return { kind, ...decodeTableType(reader, scope) };
    case "memory":
      return { kind, ...decodeMemoryType(reader) };
    case "global":
      return { kind, ...decodeGlobalType(reader, scope) };
    case "tag":
      return { kind, ...decodeTagType(reader, scope) };
  }
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#table-types | binary format, table types}. */
export function decodeTableType(reader: ByteReader, scope: Scope): TableType {
  const element = decodeRefType(reader, scope);
  const start = reader.offset;
  const { limits, index } = decodeLimits(reader, tableFlags);
  if (limits.min > bounds.tableSize) {
    throw reader.unsupported(`table has ${limits.min} entries, the limit is ${bounds.tableSize}`, start);
  }
  return { element, limits, index };
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#memory-types | binary format, memory types}. */
export function decodeMemoryType(reader: ByteReader): MemoryType {
  const start = reader.offset;
  const { limits, shared, index } = decodeLimits(reader, memoryFlags);
  const most = index === "i64" ? bounds.memory64Pages : bounds.memory32Pages;
  const wanted = limits.max ?? limits.min;
  if (wanted > most) throw reader.malformed(`memory has ${wanted} pages, the limit is ${most}`, start);
  return { limits, shared, index };
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#global-types | binary format, global types}. */
export function decodeGlobalType(reader: ByteReader, scope: Scope): GlobalType {
  const type = decodeValType(reader, scope);
  return { mutable: decodeMutability(reader), type };
}

export function decodeMutability(reader: ByteReader): boolean {
  return reader.oneOf("mutability", [false, true]);
}

/** See {@link https://webassembly.github.io/spec/core/binary/types.html#tag-types | binary format, tag types}. */
export function decodeTagType(reader: ByteReader, scope: Scope): ReturnType<typeof decodeFuncTypeIndex> {
  reader.oneOf("tag attribute", ["exception"]);
  return decodeFuncTypeIndex(reader, scope);
}
