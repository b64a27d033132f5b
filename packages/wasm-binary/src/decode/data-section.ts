import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import type { DataSegment } from "../module.ts";
import { skipConstExpr } from "./const-expr.ts";
import { decodeIndex } from "./indices.ts";
import type { Scope } from "./scope.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#data-section | binary format, data section}.
 */
export function decodeDataSection(reader: ByteReader, draft: Draft): void {
  const start = reader.offset;
  const count = reader.count("entry", { most: limits.dataSegments, leastBytes: 2 });
  if (draft.dataCount !== undefined && draft.dataCount !== count) {
    throw reader.malformed(`entry count is ${count}, but the data count section has ${draft.dataCount}`, start);
  }
  const first = reader.offset;
  reader.repeat(count, "entry", () => decodeDataSegment(reader, draft));
  draft.data = { count, start: first, end: reader.offset };
}

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#data-section | binary format, data section}.
 */
export function decodeDataSegment(reader: ByteReader, scope: Scope): DataSegment {
  const begin = reader.offset;
  const form = reader.u32("segment form");
  if (form > 2) throw reader.malformed(`unknown segment form ${form}`, begin);
  const memory = form === passive ? undefined : decodeMemory(reader, scope, form, begin);
  const offset = form === passive ? undefined : skipConstExpr(reader, scope);
  const { start, end } = reader.skip(reader.u32("data size"), "data");
  return { start, end, memory, offset };
}

const passive = 1;
const withMemory = 2;

function decodeMemory(reader: ByteReader, scope: Scope, form: number, begin: number): number {
  const count = scope.indexSpaces.memories.length;
  if (form === withMemory) return decodeIndex(reader, count, "memory", "memories");
  if (count === 0) throw reader.malformed("segment is for memory 0, but there are no memories", begin);
  return 0;
}
