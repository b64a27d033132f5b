import type { BareExports } from "./exports/bare-function.ts";
import type { HostImports } from "./link/link-imports.ts";
import type { ContractOptions } from "./load-options.ts";
import type { Plugin } from "./plugin.ts";
import { instantiatePlugin, preparePlugin } from "./prepare-plugin.ts";
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
  return await instantiatePlugin<Exports>(await preparePlugin(source, options === undefined ? {} : options));
}
