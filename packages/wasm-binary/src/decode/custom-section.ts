import type { ByteReader } from "../byte-reader.ts";
import type { CustomSection } from "../module.ts";

/**
 * The name and the place of the content. What the content means is for those who know the name, and its faults are not
 * the module's.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#custom-section |
 * binary format, custom section}.
 */
export function decodeCustomSection(reader: ByteReader): CustomSection {
  const name = reader.name("name");
  const { start, end } = reader.skip(reader.remaining, "content");
  return { name, offset: start, bytes: reader.bytes.subarray(start, end) };
}
