import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";

/**
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#data-count-section |
 * binary format, data count section}.
 */
export function decodeDataCountSection(reader: ByteReader, draft: Draft): void {
  const start = reader.offset;
  const count = reader.u32("data count");
  if (count > limits.dataSegments) {
    throw reader.unsupported(`data count is ${count}, the limit is ${limits.dataSegments}`, start);
  }
  draft.dataCount = count;
}
