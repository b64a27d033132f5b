import { PluginError } from "@polyplug/errors";
import { checkIntegrity } from "./source/check-integrity.ts";
import { nameSource } from "./source/name-source.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import { readSource } from "./source/read-source.ts";

/** How a plugin is read. */
export interface ReadOptions {
  /** The hash that the bytes must have, as in the options of `loadPlugin`. Default: any bytes are taken. */
  readonly integrity?: string | undefined;
}

/**
 * The bytes of a plugin from wherever it is, in the bounds that loading has, for those who hand them to a tool before or
 * instead of loading them. They are not looked at: they need not be WebAssembly.
 *
 * Throws `unreadable`, `integrity`, `unsupported` for more bytes than a plugin may have, and `bad-argument` for what is no
 * source.
 */
export async function readPlugin(source: PluginSource, { integrity }: ReadOptions = {}): Promise<Uint8Array> {
  const { shown, name } = nameSource(source, "read");
  const action = `read ${shown}`;
  try {
    const bytes = await readSource(source, action);
    if (integrity !== undefined) checkIntegrity(bytes, integrity, action);
    return bytes;
  } catch (error) {
    if (PluginError.is(error) && error.plugin === undefined) throw error.within(action, { plugin: name });
    throw error;
  }
}
