import type { PluginFiles } from "@polyplug/wasi";
import type { PluginStats } from "./events/plugin-stats.ts";
import type { BareExports } from "./exports/bare-function.ts";
import type { PluginInfo } from "./info/plugin-info.ts";

/**
 * A memory of a plugin: what is used of `WebAssembly.Memory`, which it is. Said here so that these declarations ask for no
 * others than those of Node.js.
 */
export interface PluginMemory {
  /** Its bytes as they are now. */
  readonly buffer: ArrayBufferLike;
  /**
   * Grows it by so many pages of 65,536 bytes and gives the number of pages that there were. Throws the engine's
   * `RangeError` beyond its maximum, or beyond what there is.
   */
  grow(pages: number): number;
}

/**
 * A loaded plugin. `Exports` is the type of its functions; without a contract nobody checks it against the plugin, so
 * it is a promise of the host's author.
 */
export interface Plugin<Exports = BareExports> extends Disposable {
  /** The name that messages call it by: the file's, unless the `name` option says otherwise. */
  readonly name: string;
  /** What `inspectPlugin` tells of its bytes, but for their hash. */
  readonly info: PluginInfo;
  /**
   * Its functions by name, in an object without prototype. Arguments are checked: `bad-argument` names the one that does
   * not fit. A trap is thrown as `trap`, with the guest's stack in `frames`; from then on every call is `poisoned`. The
   * stack has up to 64 frames where the plugin has names and imports functions, else what `Error.stackTraceLimit` allows.
   */
  readonly exports: Exports;
  /**
   * Its exported memories by name, to read and write by hand. A memory's `buffer` is another object after it has grown,
   * so take it anew after each call.
   */
  readonly memories: Readonly<Record<string, PluginMemory>>;
  /**
   * Runs a command to its end and gives its exit status, 0 when it returned by itself: `_start` of a core module, `run` of
   * `wasi:cli/run` of a component, whose error is the status 1. A command runs once: afterwards the plugin has `exited`.
   * Throws `unsupported` where there is neither, and what a call of an export throws; `trap` while an export runs, as
   * exports do while it runs.
   */
  run(): number;
  /** Whether its functions may still be called: not once it has trapped, met a limit, exited or been disposed. */
  readonly alive: boolean;
  /**
   * What it made of the files that it was granted, until it is disposed: also once it has ended, for a command is done when
   * it has. Undefined without the grant `files`. A new instance, after a fault or with a new file, begins with the tree.
   */
  readonly files: PluginFiles | undefined;
  /**
   * What it has done so far, in one object that goes on counting: calls, their time, faults, restarts. Undefined unless
   * `stats: true` was asked for when it was loaded.
   */
  readonly stats: PluginStats | undefined;
  /** Lets go of the instance and its memory. Later calls throw `disposed`; disposing again does nothing. */
  dispose(): void;
}
