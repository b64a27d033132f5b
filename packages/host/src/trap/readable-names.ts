import type { Module } from "@polyplug/wasm-binary";

/**
 * What makes the names of a module's functions readable: demangled, and without anything that a terminal would obey. The
 * demanglers are loaded with the first plugin that has names, since a trap has no time to wait for them.
 */
export async function readableNames({ customs }: Pick<Module, "customs">): Promise<(name: string) => string> {
  if (!customs.some(({ name }) => name === "name")) return escapeControls;
  const { demangle } = await import("../demangle/demangle.ts");
  return (name) => escapeControls(demangle(name));
}

function escapeControls(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (control) => `\\u{${control.codePointAt(0)?.toString(16)}}`);
}
