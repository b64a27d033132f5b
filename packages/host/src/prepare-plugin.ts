import { PluginError } from "@polyplug/errors";
import { compilePlugin } from "./compile/compile-plugin.ts";
import { type DecodedSource, decodeSource, saysItsWorld } from "./decode-source.ts";
import { instantiateBare } from "./instantiate-bare.ts";
import { holdToLimits } from "./limits/hold-to-limits.ts";
import { linkPlugin } from "./link/link-plugin.ts";
import type { LoadOptions } from "./load-options.ts";
import type { LoadedPlugin } from "./loaded-plugin.ts";
import { readOptions } from "./read-options.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";

/** A plugin that has been read and decoded, and may be instantiated as often as one likes. */
export interface PreparedPlugin {
  readonly name: string;
  readonly decoded: DecodedSource;
  readonly options: LoadOptions;
  /** What an error says could not be done: `load ./shout.wasm`. */
  readonly action: string;
}

/** The first half of loading: reads the options, then the source, checks its hash and decodes it. */
export async function preparePlugin(source: PluginSource, given: object): Promise<PreparedPlugin> {
  const { shown, name } = nameSource(source, "load");
  const options = readOptions(given, `load ${shown}`);
  const plugin = { name: options.name ?? name, action: `load ${options.name ?? shown}` };
  const decoded = await naming(plugin, () => decodeSource(source, plugin.action, options.integrity));
  return { ...plugin, options, decoded };
}

/** The second half: links, compiles what was not compiled before, and gives a new instance. */
export function instantiatePlugin<Exports extends object>(prepared: PreparedPlugin): Promise<LoadedPlugin<Exports>> {
  const { name, decoded, options, action } = prepared;
  return naming(prepared, async () => {
    const { info, module } = decoded;
    if (module === undefined || options.contract !== undefined || saysItsWorld(decoded)) {
      const { loadTyped } = await import("./typed/typed.ts");
      return await loadTyped<Exports>(decoded, name, options, action);
    }
    const linked = await linkPlugin(info, name, options, action);
    const held = await holdToLimits(options.limits, [module], action);
    const compiled = await compilePlugin(decoded, [module], action, held?.meter);
    return await instantiateBare<Exports>(compiled, linked, held?.limits, action);
  });
}

/** What goes wrong in `work` says which plugin it was. */
async function naming<T>(plugin: Pick<PreparedPlugin, "name" | "action">, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(plugin.action, { plugin: plugin.name });
    throw error;
  }
}
