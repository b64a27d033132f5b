import { printableName } from "@polyplug/errors";
import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import type { ExternKind } from "../extern-type.ts";
import { limits } from "../limits.ts";
import type { IndexSpaces } from "../module.ts";
import { decodeExternKind } from "./extern-type.ts";
import { decodeIndex } from "./indices.ts";

const spaces: Readonly<Record<ExternKind, { readonly of: keyof IndexSpaces; readonly thing: string }>> = {
  func: { of: "functions", thing: "function" },
  table: { of: "tables", thing: "table" },
  memory: { of: "memories", thing: "memory" },
  global: { of: "globals", thing: "global" },
  tag: { of: "tags", thing: "tag" },
};

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#export-section |
 * binary format, export section}.
 */
export function decodeExportSection(reader: ByteReader, draft: Draft): void {
  const names = new Set<string>();
  draft.exports = reader.list("entry", { most: limits.exports, leastBytes: 3 }, () => {
    const start = reader.offset;
    const name = reader.name("name");
    if (names.has(name)) throw reader.malformed(`name "${printableName(name)}" is exported twice`, start);
    names.add(name);
    const kind = decodeExternKind(reader);
    const { of, thing } = spaces[kind];
    return { name, kind, index: decodeIndex(reader, draft.indexSpaces[of].length, thing, of) };
  });
}
