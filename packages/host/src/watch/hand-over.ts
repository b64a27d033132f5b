import type { AnyPlugin } from "../load-prepared.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";

/** The functions of the world by which a plugin hands its state over, in JavaScript, on whichever tier. */
interface StateExports {
  exportState(): Uint8Array | Promise<Uint8Array>;
  importState(state: Uint8Array): void | Promise<void>;
}

/**
 * Whether the plugin exports both functions and means by them what is meant here: a function of another type that is
 * called so is somebody's own.
 */
export async function handsOver({ exports }: AnyPlugin<object>, prepared: PreparedPlugin): Promise<boolean> {
  if (!("exportState" in exports && "importState" in exports)) return false;
  const { handsOverState } = await import("../typed/typed.ts");
  return await handsOverState(prepared);
}

/**
 * Hands the state of one plugin to another, and gives its size in bytes, at once where both do it at once. One that has
 * ended has none to give. Throws what either of them throws.
 */
export function handOver(
  from: AnyPlugin<object>,
  to: AnyPlugin<object>,
): number | undefined | Promise<number | undefined> {
  if (!from.alive) return undefined;
  const take = (state: Uint8Array): number | Promise<number> => {
    const taken = (to.exports as StateExports).importState(state);
    return taken instanceof Promise ? taken.then(() => state.byteLength) : state.byteLength;
  };
  const state = (from.exports as StateExports).exportState();
  return state instanceof Promise ? state.then(take) : take(state);
}
