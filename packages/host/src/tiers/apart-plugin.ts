import type { Plugin } from "../plugin.ts";
import type { ApartExports } from "./apart-exports.ts";
import type { ApartFiles } from "./apart-files.ts";
import type { Apart } from "./isolation.ts";

/** A plugin in a thread or process of its own. Its calls run one after another, in the order in which they were made. */
export interface ApartPlugin<Exports> extends Omit<Plugin<ApartExports<Exports>>, "run" | "memories" | "files"> {
  readonly isolation: Apart;
  /** As those of a plugin on the `inline` tier, which see, with a promise of what became of them. */
  readonly files: ApartFiles | undefined;
  /** As that of a plugin on the `inline` tier, which see, with a promise of the status. */
  run(): Promise<number>;
  /**
   * Calls functions of the plugin that `signal` may end: all calls that `work` makes before it returns or first waits.
   * Where the signal is aborted while one of them runs, it is not the promise alone that ends: the plugin does, with
   * `aborted`. One that still waits for its turn is just not made.
   */
  abortable<T>(signal: AbortSignal, work: (exports: ApartExports<Exports>) => T): T;
}
