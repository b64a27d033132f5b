import { readFile } from "node:fs/promises";

/**
 * What a binary says of itself behind its magic number: there modules and components differ.
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#component-definitions | Binary format, component definitions}.
 */
export async function layerOf(path: string): Promise<"module" | "component"> {
  const bytes = await readFile(path);
  if (bytes.readUint32BE(0) !== 0x00_61_73_6d) throw new Error(`${path} is no WebAssembly`);
  return bytes.readUint16LE(6) === 1 ? "component" : "module";
}
