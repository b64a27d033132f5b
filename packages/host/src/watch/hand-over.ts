import type { FunctionType, ValueType, World } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { Plugin } from "../plugin.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";
import { planPlugin } from "../typed/plan-plugin.ts";
import { readContract } from "../typed/read-contract.ts";

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
  const { decoded, options, action } = prepared;
  const plan = await planPlugin(decoded, options.contract && readContract(options.contract, action));
  if (plan === undefined) return false;
  const [give, take] = [functionOf(plan.world, "export-state"), functionOf(plan.world, "import-state")];
  if (give === undefined || give.params.length > 0 || !isBytes(give.result)) return false;
  return take?.params.length === 1 && isBytes(take.params[0]?.type) && take.result === undefined;
}

/**
 * Hands the state of one plugin to another, and gives its size in bytes. One that has ended has none to give. Throws what
 * either of them throws.
 */
export function handOver(from: Plugin<object>, to: Plugin<object>): number | undefined {
  if (!from.alive) return undefined;
  const state = (from.exports as StateExports).exportState();
  if (!(state instanceof Uint8Array)) {
    const reason = `export-state gave a ${typeof state} and no bytes`;
    throw new PluginError({ code: "bad-result", action: "hand over the state", reason, plugin: from.name });
  }
  (to.exports as StateExports).importState(state);
  return state.byteLength;
}

function functionOf({ exports }: World, name: string): FunctionType | undefined {
  const item = exports.get(name);
  return item?.kind === "function" ? item.type : undefined;
}

function isBytes(type: ValueType | undefined): boolean {
  return type?.kind === "list" && type.element.kind === "u8";
}
