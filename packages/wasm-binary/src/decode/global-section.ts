import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";
import { skipConstExpr } from "./const-expr.ts";
import { decodeGlobalType } from "./extern-type.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#global-section |
 * binary format, global section}.
 */
export function decodeGlobalSection(reader: ByteReader, draft: Draft): void {
  draft.globals = reader.list("entry", { most: limits.globals, leastBytes: 3 }, () => {
    const type = decodeGlobalType(reader, draft);
    const init = skipConstExpr(reader, draft);
    // Only now: an initial value may name the globals before its own.
    draft.indexSpaces.globals.push(type);
    return { type, init };
  });
}
