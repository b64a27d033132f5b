import { readFile } from "node:fs/promises";
import type { BuiltGuest } from "@polyplug/toolchains";
import { createPreview1 } from "@polyplug/wasi";

/** A guest as the engine gives it, set up, with nothing of the host but WASI's functions: what the host is held against. */
export async function instantiateDirectly({ path, grant }: Pick<BuiltGuest, "path" | "grant">): Promise<unknown> {
  const wasi = await createPreview1(grant, { name: "direct" });
  const imports = { wasi_snapshot_preview1: { ...wasi.imports } };
  const { instance } = await WebAssembly.instantiate(await readFile(path), imports);
  const { memory, _initialize: initialize } = instance.exports;
  if (memory instanceof WebAssembly.Memory) wasi.bind(memory);
  if (typeof initialize === "function") initialize();
  return instance.exports;
}
