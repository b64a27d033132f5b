import { printableLine } from "@polyplug/errors";
import type { Module } from "@polyplug/wasm-binary";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";

/**
 * What makes the names of the modules' functions readable, if there are any: demangled, and without anything that a terminal
 * would obey. The demanglers are loaded with the first plugin that has names, since a trap has no time to wait for them.
 */
export async function readableNames(modules: readonly Pick<Module, "customs">[]): Promise<CompiledPlugin["readable"]> {
  if (!modules.some(({ customs }) => customs.some(({ name }) => name === "name"))) return undefined;
  const { demangle } = await import("../demangle/demangle.ts");
  return (name) => printableLine(demangle(name));
}
