import type { Capability } from "@polyplug/wasi";
import type { ImportInfo } from "./plugin-info.ts";

export const preview1Module = "wasi_snapshot_preview1";

/**
 * What the imports ask for, sorted and each once. A plugin that imports nothing of WASI does not pay for
 * loading it.
 */
export async function capabilitiesOf(imports: readonly ImportInfo[]): Promise<Capability[]> {
  const functions = imports.filter(({ module, kind }) => module === preview1Module && kind === "func");
  if (functions.length === 0) return [];
  const { preview1Capabilities } = await import("@polyplug/wasi");
  return [...new Set(functions.flatMap(({ name }) => preview1Capabilities(name)))].sort();
}

/** The same of the interfaces that a component imports, by their ids. */
export async function capabilitiesOfInterfaces(ids: Iterable<string>): Promise<Capability[]> {
  const interfaces = [...ids].filter((id) => id.startsWith("wasi:"));
  if (interfaces.length === 0) return [];
  const { preview2Capabilities } = await import("@polyplug/wasi");
  return [...new Set(interfaces.flatMap((id) => preview2Capabilities(id)))].sort();
}
