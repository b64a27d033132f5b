import { printableLine } from "@polyplug/errors";
import type { Module } from "@polyplug/wasm-binary";
import type { CompiledPlugin } from "../compile/compiled-plugin.ts";
import { latin1 } from "../platform/node.ts";

/** What every name has in it that a demangler would change: how symbols begin, or a hash of Rust's that the linker left. */
const mangled = /_R|_Z|::h[0-9a-f]{16}/;

/**
 * Whether names are mangled, as in Rust and C++: there a panic is deep in the runtime before a function of the plugin
 * comes.
 */
export function areMangled(readable: CompiledPlugin["readable"]): boolean {
  return readable !== undefined && readable !== printableLine;
}

/**
 * What makes the names of the modules' functions readable, if there are any: demangled, and without anything that a terminal
 * would obey. The demanglers are loaded with the first plugin that has names for them, since a trap has no time to wait.
 */
export async function readableNames(modules: readonly Pick<Module, "customs">[]): Promise<CompiledPlugin["readable"]> {
  const sections = modules.flatMap(({ customs }) => customs.filter(({ name }) => name === "name"));
  if (sections.length === 0) return undefined;
  if (!sections.some(({ bytes }) => mangled.test(latin1(bytes)))) return printableLine;
  const { demangle } = await import("../demangle/demangle.ts");
  return (name) => printableLine(demangle(name));
}
