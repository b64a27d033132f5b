import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { decodeTypeIndex, funcTypeAt } from "./indices.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#function-section |
 * binary format, function section}.
 */
export function decodeFunctionSection(reader: ByteReader, draft: Draft): void {
  draft.functions = reader.list("entry", { most: limits.functions, leastBytes: 1 }, () => {
    const start = reader.offset;
    const typeIndex = decodeTypeIndex(reader, draft);
    funcTypeAt(reader, draft, typeIndex, start);
    draft.indexSpaces.functions.push(typeIndex);
    return typeIndex;
  });
}
