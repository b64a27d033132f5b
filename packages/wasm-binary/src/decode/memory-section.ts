import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { decodeMemoryType } from "./extern-type.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#memory-section |
 * binary format, memory section}.
 */
export function decodeMemorySection(reader: ByteReader, draft: Draft): void {
  const most = limits.memories - draft.indexSpaces.memories.length;
  draft.memories = reader.list("entry", { most, leastBytes: 2 }, () => {
    const type = decodeMemoryType(reader);
    draft.indexSpaces.memories.push(type);
    return type;
  });
}
