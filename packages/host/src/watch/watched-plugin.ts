import type { PluginError } from "@polyplug/errors";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { HostImports } from "../link/link-imports.ts";
import type { ApartOptions, ContractOptions, SuspendingOptions } from "../load-options.ts";
import type { Plugin } from "../plugin.ts";

/**
 * How a plugin is watched: the options of `loadPlugin` but for `integrity` and `record`, and its own. Unknown keys are
 * refused.
 */
export type WatchOptions<Exports extends object, Imports extends object = HostImports> = WatchHooks &
  Omit<ContractOptions<Exports, Imports>, "integrity" | "record" | keyof WatchHooks>;

/** The same for a plugin in a thread or process of its own. */
export type ApartWatchOptions<Exports extends object, Imports extends object = HostImports> = WatchHooks &
  Omit<ApartOptions<Exports, Imports>, "integrity" | "record" | keyof WatchHooks>;

/** The same for a plugin in this thread that waits for promises of host functions. */
export type SuspendingWatchOptions<Exports extends object, Imports extends object = HostImports> = WatchHooks &
  Omit<SuspendingOptions<Exports, Imports>, "integrity" | "record" | keyof WatchHooks>;

/** What a watch tells, and how long it goes on. */
export interface WatchHooks {
  /** Told after each swap. */
  readonly onSwap?: ((swap: PluginSwap) => unknown) | undefined;
  /**
   * Told why a new version was not taken; the old one goes on. What the file may be in the middle of being written it is told
   * of when nothing has come for a quarter of a second; of a version that is still being set up a second after the file
   * became another one, with `aborted`. Default: a warning of the process.
   */
  readonly onFailure?: ((error: PluginError) => unknown) | undefined;
  /** Ends the watch, as {@link WatchedPlugin.close} does. */
  readonly signal?: AbortSignal | undefined;
  /** Whether the watch keeps the process alive. Default: false. */
  readonly ref?: boolean | undefined;
}

/** A version that has taken the place of another. */
export interface PluginSwap {
  readonly info: PluginInfo;
  /** What was there before. */
  readonly previous: PluginInfo;
  /** Bytes of state that were handed over; undefined where the plugins do not hand over any. */
  readonly state: number | undefined;
}

/** A plugin that is always the newest version of its file that could be loaded. `Loaded` is what each of them is. */
export interface WatchedPlugin<Exports extends object, Loaded = Plugin<Exports>> extends AsyncDisposable {
  /**
   * The functions of the current plugin, in one object for all versions: it may be taken apart and kept. Without a contract
   * a later version may lack a function, which throws `unsupported` then. A class makes resources of the current plugin;
   * those of one that was replaced throw `disposed`.
   */
  readonly exports: Exports;
  readonly info: PluginInfo;
  /** The current plugin itself: another object after each swap, when the one before is disposed. */
  readonly plugin: Loaded;
  /**
   * Loads the file and swaps, though it may not have changed. Throws why not, which {@link WatchHooks.onFailure} is not
   * told.
   */
  reload(): Promise<void>;
  /**
   * Ends the watch, a version that is being set up with it, and disposes the plugin when calls under way have ended. Doing
   * so again does nothing.
   */
  close(): Promise<void>;
}
