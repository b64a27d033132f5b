import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { decodeIndex } from "./indices.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#start-section | binary format, start section}.
 */
export function decodeStartSection(reader: ByteReader, draft: Draft): void {
  const start = reader.offset;
  const { functions } = draft.indexSpaces;
  const index = decodeIndex(reader, functions.length, "function", "functions");
  const composite = draft.types[functions[index] ?? -1]?.composite;
  if (composite?.kind !== "func" || composite.type.params.length + composite.type.results.length > 0) {
    throw reader.malformed(`function ${index} takes or returns values, a start function may not`, start);
  }
  draft.start = index;
}
