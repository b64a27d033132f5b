import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import type { DataMode } from "../module.ts";
import { skipConstExpr } from "./const-expr.ts";
import { decodeIndex } from "./indices.ts";

/** @see https://webassembly.github.io/spec/core/binary/modules.html#data-section */
export function decodeDataSection(reader: ByteReader, draft: Draft): void {
  const start = reader.offset;
  const count = reader.count("entry", { most: limits.dataSegments, leastBytes: 2 });
  if (draft.dataCount !== undefined && draft.dataCount !== count) {
    throw reader.malformed(`entry count is ${count}, but the data count section has ${draft.dataCount}`, start);
  }
  draft.data = reader.times(count, "entry", () => {
    const mode = decodeMode(reader, draft);
    return { mode, init: reader.skip(reader.u32("data size"), "data") };
  });
}

function decodeMode(reader: ByteReader, draft: Draft): DataMode {
  const start = reader.offset;
  const form = reader.u32("segment form");
  const count = draft.indexSpaces.memories.length;
  switch (form) {
    case 0:
      if (count === 0) throw reader.malformed("segment is for memory 0, but there are no memories", start);
      return { kind: "active", memory: 0, offset: skipConstExpr(reader, draft) };
    case 1:
      return { kind: "passive" };
    case 2: {
      const memory = decodeIndex(reader, count, "memory", "memories");
      return { kind: "active", memory, offset: skipConstExpr(reader, draft) };
    }
    default:
      throw reader.malformed(`unknown segment form ${form}`, start);
  }
}
