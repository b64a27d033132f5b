import { PluginError } from "@polyplug/errors";
import { decodeSource, saysItsWorld } from "./decode-source.ts";
import type { Inspection } from "./info/plugin-info.ts";
import { sha256 } from "./platform/node.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";

/**
 * Says what a plugin is without compiling it, let alone running any of its code. Throws a `PluginError`: `unreadable`,
 * `not-wasm`, `malformed`, `unsupported`, or `bad-argument` for what is no source.
 */
export async function inspectPlugin(source: PluginSource): Promise<Inspection> {
  const { shown, name } = nameSource(source, "inspect");
  const action = `inspect ${shown}`;
  try {
    const decoded = await decodeSource(source, action);
    const integrity = sha256(decoded.bytes);
    const { readMetadata } = await import("./metadata/read-metadata.ts");
    const { metadata, notes } = readMetadata(decoded);
    const told = saysItsWorld(decoded) ? await (await import("./typed/typed.ts")).describeTyped(decoded) : decoded.info;
    return { ...told, notes: [...told.notes, ...notes], metadata, integrity };
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin: name });
    throw error;
  }
}
