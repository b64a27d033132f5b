import type { Compatibility } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import { decodeSource } from "./decode-source.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import type { Contract } from "./typed/contract.ts";

/** Where a plugin and a contract differ. */
export type ContractFit = Pick<Compatibility, "differences" | "unlisted">;

/**
 * Compares a plugin with a contract as `loadPlugin` does, and gives every place where they differ; none where the plugin
 * fits. Nothing of it is compiled, let alone run.
 *
 * Throws a `PluginError`: `unreadable`, `not-wasm`, `malformed`, `unsupported`, or `bad-argument` for what is no source or
 * no contract.
 */
export async function checkPlugin(source: PluginSource, contract: Contract<object, never>): Promise<ContractFit> {
  const { shown, name } = nameSource(source, "check");
  const action = `check ${shown}`;
  try {
    const decoded = await decodeSource(source, action);
    const { compareTyped } = await import("./typed/typed.ts");
    const { differences, unlisted } = await compareTyped(decoded, contract, action);
    return { differences, unlisted };
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin: name });
    throw error;
  }
}
