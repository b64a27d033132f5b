import type { LoadOptions } from "./load-options.ts";
import type { Plugin } from "./plugin.ts";
import type { PluginSource } from "./source/plugin-source.ts";
import type { Contract } from "./typed/contract.ts";

/** A plugin to be linked with others: where it is, and how it is loaded. */
export interface LinkedSource extends Omit<LoadOptions, "contract"> {
  readonly source: PluginSource;
  /** As for `loadPlugin`. What it asks for may come from the others. */
  readonly contract?: Contract<object, never> | undefined;
}

/** Plugins that use each other, by the names they were given. */
export interface LinkedPlugins<Names extends string> extends Disposable {
  readonly plugins: Readonly<Record<Names, Plugin<Readonly<Record<string, unknown>>>>>;
  /** Disposes all of them, those first that use others. */
  dispose(): void;
}

/**
 * Loads plugins that use each other: what one imports of its world and the host does not provide is taken from the
 * exports of the others, by interface and compatible version. Where several export it, the first does.
 *
 * Throws what `loadPlugin` throws, and `bad-argument` for plugins that need each other in a circle. Where one fails,
 * those that were loaded are disposed.
 */
export async function linkPlugins<Names extends string>(
  sources: Readonly<Record<Names, LinkedSource>>,
): Promise<LinkedPlugins<Names>> {
  const { loadLinked } = await import("./typed/typed.ts");
  return await loadLinked(sources);
}
