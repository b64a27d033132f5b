import { PluginError } from "@polyplug/errors";
import { compileModule } from "./compile/compile-module.ts";
import type { CompiledPlugin } from "./compile/compiled-plugin.ts";
import { contentKey } from "./compile/content-key.ts";
import { ModuleCache } from "./compile/module-cache.ts";
import { refuseLargeTables } from "./compile/refuse-large-tables.ts";
import { decodeSource } from "./decode-source.ts";
import type { BareExports } from "./exports/bare-function.ts";
import { instantiateBare } from "./instantiate-bare.ts";
import { linkPlugin } from "./link/link-plugin.ts";
import type { LoadOptions } from "./load-options.ts";
import type { Plugin } from "./plugin.ts";
import { readOptions } from "./read-options.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import { readableNames } from "./trap/readable-names.ts";

const compiledModules = new ModuleCache();

/**
 * Loads a plugin into this program: reads it, checks its hash, decodes it, links its imports, compiles it once per
 * content, instantiates it, and sets it up (`_initialize`, else `__wasm_call_ctors`). Nothing is granted by default.
 *
 * Throws a `PluginError`: `unreadable`, `not-wasm`, `malformed`, `unsupported`, `integrity`, `missing-import` with every
 * import that nobody provides, `bad-argument` for a source or an option that does not fit, `memory-limit` where there is
 * not as much memory as it starts with, or what the plugin's own setting up did: `trap`, `bad-result`, `exited`,
 * `output-limit`.
 */
export async function loadPlugin<Exports extends object = BareExports>(
  source: PluginSource,
  options: LoadOptions = {},
): Promise<Plugin<Exports>> {
  const { shown, name } = nameSource(source, "load");
  const given = readOptions(options, `load ${shown}`);
  const plugin = given.name ?? name;
  const action = `load ${given.name ?? shown}`;
  try {
    const { bytes, info, module } = await decodeSource(source, action, given.integrity);
    if (module === undefined) {
      const reason = "it is a component; bare core modules are what can be loaded so far";
      throw new PluginError({ code: "unsupported", action, reason });
    }
    refuseLargeTables(module, action);
    const linked = await linkPlugin(info, plugin, given, action);
    const compile = async (): Promise<CompiledPlugin> => ({
      info,
      module: await compileModule(bytes, module, action),
      readable: await readableNames(module),
    });
    const compiled = await compiledModules.get(contentKey(bytes), compile);
    return await instantiateBare<Exports>(compiled, linked, action);
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin });
    throw error;
  }
}
