import { ByteReader, type Origin } from "../byte-reader.ts";
import type { CustomSection } from "../module.ts";

/**
 * Reads the first custom section of this name; undefined when there is none. Paths in errors begin with the section,
 * `origin` is of what the sections' offsets are counted from.
 */
export function readCustom<T>(
  customs: readonly CustomSection[],
  name: string,
  { action, offset }: Origin,
  read: (reader: ByteReader) => T,
): T | undefined {
  const section = customs.find((custom) => custom.name === name);
  if (section === undefined) return undefined;
  const { bytes } = section;
  const reader = new ByteReader(bytes, 0, bytes.length, { action, offset: offset + section.offset });
  return reader.within(`${name} section`, () => reader.upTo(bytes.length, "last entry", () => read(reader)));
}
