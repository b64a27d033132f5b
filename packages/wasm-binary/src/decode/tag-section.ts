import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { decodeTagType } from "./extern-type.ts";

/** See {@link https://webassembly.github.io/spec/core/binary/modules.html#tag-section | binary format, tag section}. */
export function decodeTagSection(reader: ByteReader, draft: Draft): void {
  draft.tags = reader.list("entry", { most: limits.tags, leastBytes: 2 }, () => {
    const { typeIndex } = decodeTagType(reader, draft);
    draft.indexSpaces.tags.push(typeIndex);
    return typeIndex;
  });
}
