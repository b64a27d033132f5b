import { ByteWriter, type Module } from "@polyplug/wasm-binary";

/** The content of a section that is a list, with entries after those that it has. They are copied and not read. */
export function withEntries(module: Module, id: number, count: number, entries: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter().u32(count + entries.length);
  const section = module.sections.find((candidate) => candidate.id === id);
  if (section !== undefined) writer.raw(module.bytes.subarray(afterNumber(module.bytes, section.content), section.end));
  for (const entry of entries) writer.raw(entry);
  return writer.toBytes();
}

/** Where the LEB128 that begins at `offset` has ended. */
function afterNumber(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while ((bytes[end] ?? 0) >= 0x80) end++;
  return end + 1;
}
