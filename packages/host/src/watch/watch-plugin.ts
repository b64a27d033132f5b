import type { BareExports } from "../exports/bare-function.ts";
import type { HostImports } from "../link/link-imports.ts";
import type { SuspendingPlugin } from "../suspension/suspending-plugin.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { ApartPlugin } from "../tiers/apart-plugin.ts";
import type { ApartWatchOptions, SuspendingWatchOptions, WatchedPlugin, WatchOptions } from "./watched-plugin.ts";

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
): Promise<WatchedPlugin<Exports>>;

/**
 * Watches a plugin that runs in a thread or process of its own, of which each version has a new one. Calls that are made
 * while state is handed over wait for that, and go to whichever plugin is there then.
 */
export async function watchPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  path: string | URL,
  options: ApartWatchOptions<Exports, Imports>,
): Promise<WatchedPlugin<ApartExports<Exports>, ApartPlugin<Exports>>>;

/** Watches a plugin in this thread that waits for promises of host functions. */
export async function watchPlugin<Exports extends object = BareExports, Imports extends object = HostImports>(
  path: string | URL,
  options: SuspendingWatchOptions<Exports, Imports>,
): Promise<WatchedPlugin<ApartExports<Exports>, SuspendingPlugin<Exports>>>;

export async function watchPlugin(path: string | URL, options?: object): Promise<object> {
  const { startWatch } = await import("./start-watch.ts");
  return await startWatch(path, options === undefined ? {} : options);
}
