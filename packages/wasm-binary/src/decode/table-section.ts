import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import type { Table } from "../module.ts";
import { skipConstExpr } from "./const-expr.ts";
import { decodeTableType } from "./extern-type.ts";

const withInitializer = 0x40;

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#table-section | binary format, table section}.
 */
export function decodeTableSection(reader: ByteReader, draft: Draft): void {
  const most = limits.tables - draft.indexSpaces.tables.length;
  draft.tables = reader.list("entry", { most, leastBytes: 3 }, () => {
    const table = decodeTable(reader, draft);
    draft.indexSpaces.tables.push(table.type);
    return table;
  });
}

function decodeTable(reader: ByteReader, draft: Draft): Table {
  if (reader.peek() !== withInitializer) return { type: decodeTableType(reader, draft) };
  reader.offset++;
  const start = reader.offset;
  const reserved = reader.byte("reserved byte");
  if (reserved !== 0) throw reader.unknown("table form", reserved, start);
  const type = decodeTableType(reader, draft);
  return { type, init: skipConstExpr(reader, draft) };
}
