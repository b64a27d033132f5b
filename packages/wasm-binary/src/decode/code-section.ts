import type { ByteReader } from "../byte-reader.ts";
import type { Draft } from "../draft.ts";
import { limits } from "../limits.ts";

/**
 * The bodies' places only: their locals and instructions are read when somebody asks.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#code-section | binary format, code section}.
 */
export function decodeCodeSection(reader: ByteReader, draft: Draft): void {
  const start = reader.offset;
  const count = reader.count("body", { most: limits.functions, leastBytes: 3 });
  if (count !== draft.functions.length) {
    throw reader.malformed(`body count is ${count}, but the function section has ${draft.functions.length}`, start);
  }
  draft.bodies = reader.times(count, "entry", () => {
    const start = reader.offset;
    const size = reader.u32("body size");
    if (size > limits.functionSize) {
      throw reader.unsupported(`body has ${size} bytes, the limit is ${limits.functionSize}`, start);
    }
    return reader.skip(size, "body");
  });
}
