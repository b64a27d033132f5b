import { ByteReader } from "../byte-reader.ts";
import type { Module } from "../module.ts";

/**
 * Reads the first custom section of this name; undefined when there is none. Offsets in errors are those of the module,
 * paths begin with the section.
 */
export function readCustom<T>(
  module: Pick<Module, "bytes" | "customs">,
  name: string,
  read: (reader: ByteReader) => T,
): T | undefined {
  const section = module.customs.find((custom) => custom.name === name);
  if (section === undefined) return undefined;
  const end = section.offset + section.bytes.length;
  const reader = new ByteReader(module.bytes, section.offset, end);
  return reader.within(`${name} section`, () => reader.upTo(end, "last entry", () => read(reader)));
}
