import { decodeDataSegment } from "./decode/data-section.ts";
import { wholeScope } from "./decode/scope.ts";
import type { DataSegment, Module } from "./module.ts";
import { moduleReader } from "./module-reader.ts";

/**
 * The data segments in order. `decodeModule` has checked them, but keeps no object for each.
 *
 * Throws `malformed` when {@link Module.bytes} have changed since.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#data-section | binary format, data section}.
 */
export function readDataSegments(module: Module): DataSegment[] {
  const { count, start, end } = module.data;
  const reader = moduleReader(module, start, end);
  const scope = wholeScope(module);
  return reader.within("data section", () => reader.times(count, "entry", () => decodeDataSegment(reader, scope)));
}
