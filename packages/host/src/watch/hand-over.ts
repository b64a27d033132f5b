import type { Plugin } from "../plugin.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";

/** The functions of the world by which a plugin hands its state over, in JavaScript. */
interface StateExports {
  exportState(): Uint8Array;
  importState(state: Uint8Array): void;
}

/**
 * Whether the plugin exports both functions and means by them what is meant here: a function of another type that is
 * called so is somebody's own.
 */
export async function handsOver({ exports }: Plugin<object>, prepared: PreparedPlugin): Promise<boolean> {
  if (!("exportState" in exports && "importState" in exports)) return false;
  const { handsOverState } = await import("../typed/typed.ts");
  return await handsOverState(prepared);
}

/**
 * Hands the state of one plugin to another, and gives its size in bytes. One that has ended has none to give. Throws what
 * either of them throws.
 */
export function handOver(from: Plugin<object>, to: Plugin<object>): number | undefined {
  if (!from.alive) return undefined;
  const state = (from.exports as StateExports).exportState();
  (to.exports as StateExports).importState(state);
  return state.byteLength;
}
