import { PluginError } from "@polyplug/errors";
import { decodeSource } from "./decode-source.ts";
import type { PluginInfo } from "./info/plugin-info.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";

/**
 * Says what a plugin is without compiling it, let alone running any of its code. Throws a `PluginError`: `unreadable`,
 * `not-wasm`, `malformed` or `unsupported`.
 */
export async function inspectPlugin(source: PluginSource): Promise<PluginInfo> {
  const { shown, name } = nameSource(source);
  const action = `inspect ${shown}`;
  try {
    return (await decodeSource(source, action)).info;
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin: name });
    throw error;
  }
}
