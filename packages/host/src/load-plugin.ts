import { PluginError } from "@polyplug/errors";
import { compilePlugin } from "./compile/compile-plugin.ts";
import { decodeSource, saysItsWorld } from "./decode-source.ts";
import type { BareExports } from "./exports/bare-function.ts";
import { instantiateBare } from "./instantiate-bare.ts";
import type { HostImports } from "./link/link-imports.ts";
import { linkPlugin } from "./link/link-plugin.ts";
import type { ContractOptions } from "./load-options.ts";
import type { Plugin } from "./plugin.ts";
import { readOptions } from "./read-options.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";

/**
 * Loads a plugin into this program: reads it, checks its hash, decodes it, links its imports, compiles it once per
 * content, instantiates it, and sets it up (`_initialize`, else `__wasm_call_ctors`). Nothing is granted by default.
 *
 * Throws a `PluginError`: `unreadable`, `not-wasm`, `malformed`, `unsupported`, `integrity`, `missing-import` with every
 * import that nobody provides, `bad-argument` for a source or an option that does not fit, `memory-limit` where there is
 * not as much memory as it starts with, or what the plugin's own setting up did: `trap`, `bad-result`, `exited`,
 * `output-limit`. With a contract, or for a plugin that has one in it, also `contract-mismatch` with every difference.
 */
export async function loadPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options?: ContractOptions<Exports, Imports>,
): Promise<Plugin<Exports>> {
  const { shown, name } = nameSource(source, "load");
  const given = readOptions(options === undefined ? {} : options, `load ${shown}`);
  const plugin = given.name ?? name;
  const action = `load ${given.name ?? shown}`;
  try {
    const decoded = await decodeSource(source, action, given.integrity);
    const { info, module } = decoded;
    if (module === undefined || given.contract !== undefined || saysItsWorld(decoded)) {
      const { loadTyped } = await import("./typed/typed.ts");
      return await loadTyped<Exports>(decoded, plugin, given, action);
    }
    const linked = await linkPlugin(info, plugin, given, action);
    return await instantiateBare<Exports>(await compilePlugin(decoded, [module], action), linked, action);
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin });
    throw error;
  }
}
