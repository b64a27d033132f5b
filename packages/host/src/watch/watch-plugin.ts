import type { BareExports } from "../exports/bare-function.ts";
import type { HostImports } from "../link/link-imports.ts";
import type { WatchedPlugin, WatchOptions } from "./watched-plugin.ts";

/**
 * Loads a plugin from a file and swaps it whenever the file has changed, within 200 ms of its being complete. The swap is
 * all or nothing: the old plugin serves until the new one is loaded and fits the contract, and goes on where it does
 * not. A file that is written anew with the bytes it had is no other version. Nor is a file that is gone: its return is.
 *
 * Plugins that keep something in mind can hand it over: where the world, the contract's if there is one, exports
 * `export-state: func() -> list<u8>` and `import-state: func(state: list<u8>)`, what the old plugin gives the new one
 * takes before the swap, and a failure of either is one of the swap. A plugin that has trapped has nothing to hand over.
 *
 * Throws what `loadPlugin` throws, `bad-argument` for what is no file, `aborted`, and `unsupported` where the system has no
 * watches left. A file system that tells of no changes, as some over a network, takes {@link WatchedPlugin.reload}.
 */
export async function watchPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  path: string | URL,
  options?: WatchOptions<Exports, Imports>,
): Promise<WatchedPlugin<Exports>> {
  const { startWatch } = await import("./start-watch.ts");
  return await startWatch<Exports>(path, options === undefined ? {} : options);
}
