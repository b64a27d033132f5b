import { ByteReader } from "./byte-reader.ts";
import type { Module } from "./module.ts";

/** Reads a part of a module that was decoded before; errors count from the first byte of the module's file. */
export function moduleReader({ bytes, offset }: Module, start: number, end: number): ByteReader {
  return new ByteReader(bytes, start, end, { action: "decode module", offset });
}
