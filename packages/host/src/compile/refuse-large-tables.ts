import { PluginError } from "@polyplug/errors";
import { declaredTableEntries, type Module } from "@polyplug/wasm-binary";

/**
 * Entries that all tables of a plugin may have together at their start. They lie in the engine's own heap, and when that
 * is full the process ends: the largest guests have some thousands of entries, and ten tables of the size that engines
 * take fit into 60 bytes.
 */
export const mostTableEntries = 1_000_000n;

/** Throws `unsupported` for modules whose tables would together take more than {@link mostTableEntries}. */
export function refuseLargeTables(modules: readonly Module[], action: string): void {
  const declared = modules.reduce((sum, module) => sum + declaredTableEntries(module), 0n);
  if (declared <= mostTableEntries) return;
  const reason = `its tables have ${declared} entries, and ${mostTableEntries} are allowed`;
  throw new PluginError({ code: "unsupported", action, reason });
}
