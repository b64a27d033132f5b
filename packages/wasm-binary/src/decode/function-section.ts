import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { decodeFuncTypeIndex } from "./indices.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#function-section |
 * binary format, function section}.
 */
export function decodeFunctionSection(reader: ByteReader, draft: Draft): void {
  draft.functions = reader.list("entry", { most: limits.functions, leastBytes: 1 }, () => {
    const { typeIndex } = decodeFuncTypeIndex(reader, draft);
    draft.indexSpaces.functions.push(typeIndex);
    return typeIndex;
  });
}
