import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { HostImports } from "../link/link-imports.ts";
import type { ApartOptions, ContractOptions } from "../load-options.ts";
import type { Plugin } from "../plugin.ts";

/**
 * How a pool is made: the options of `loadPlugin` for each instance, and its own. Unknown keys are refused, and so are
 * `record`, for a record is of one plugin, and `onFault`, for a pool replaces instances that fail by itself.
 */
export type PoolOptions<Exports extends object, Imports extends object = HostImports> = PoolBounds &
  Omit<ContractOptions<Exports, Imports>, OfOnePlugin>;

/** The same for a pool of plugins in threads or processes of their own. */
export type ApartPoolOptions<Exports extends object, Imports extends object = HostImports> = PoolBounds &
  Omit<ApartOptions<Exports, Imports>, OfOnePlugin>;

type OfOnePlugin = "record" | "onFault";

/** What a pool may hold. */
export interface PoolBounds {
  /** The most instances, 1 or more. The first is made at once, the others when they are needed. */
  readonly size: number;
  /** The most runs that may wait for an instance; `overloaded` is thrown beyond. Default: 1,000. */
  readonly queue?: number | undefined;
  /**
   * How many runs an instance serves before a new one takes its place. With 1 no run finds anything that another left
   * behind in the plugin. Default: no bound.
   */
  readonly runsPerInstance?: number | undefined;
  /**
   * Bytes by which the memory of an instance may grow before a new one takes its place, as a number or such as `"16MiB"`:
   * memory never shrinks. It is looked at after each run, as far as the plugin exports it. Default: no bound.
   */
  readonly growthPerInstance?: number | string | undefined;
  /**
   * Instances that are kept ready beside those that run, as far as `size` allows: a run does not wait for one to be made,
   * nor does the one after an instance was replaced. Default: 0.
   */
  readonly spares?: number | undefined;
}

export interface RunOptions {
  /**
   * Gives up waiting for an instance, with `aborted`. A run that has begun is not interrupted inline; where the plugins run
   * apart, a call that is under way then ends with its instance.
   */
  readonly signal?: AbortSignal | undefined;
}

/** Some instances of one plugin, each of which serves one run at a time. `Lent` is what a run has of one. */
export interface Pool<Exports extends object, Lent = Plugin<Exports>> extends AsyncDisposable {
  /** The plugin's name. */
  readonly name: string;
  readonly info: PluginInfo;
  /** What all instances have done so far; undefined unless `stats: true` was asked for. */
  readonly stats: PluginStats | undefined;
  /**
   * The plugin's functions, each call of which is a run of its own and so a promise. Resources are not among them: one
   * lives in the instance that made it, so what makes and uses one goes in a {@link run}.
   */
  readonly exports: PooledExports<Exports>;
  /**
   * Has an instance to itself as long as `work` takes, and gives what `work` gives. Where all are busy it waits its turn.
   * An instance that ends meanwhile, by a trap for one, is replaced; what `work` throws is thrown.
   *
   * Rejects with `overloaded` where too many wait, with `aborted`, with `disposed` once the pool is closed, and with what
   * `loadPlugin` throws where an instance cannot be made.
   */
  run<T>(work: (exports: Exports, plugin: Lent) => T | PromiseLike<T>, options?: RunOptions): Promise<T>;
  /**
   * Takes no more runs, refuses those that wait with `disposed`, and disposes every instance: idle ones now, the others
   * when their run is over. Fulfilled when all are gone.
   */
  close(): Promise<void>;
}

/** Exports as a pool has them: without classes, and with a promise for every result. */
export type PooledExports<Exports> = {
  readonly [Key in keyof Exports as Exports[Key] extends
    | (abstract new (
        ...args: never
      ) => unknown)
    | { create(...args: never): Promise<unknown>; readonly prototype: unknown }
    ? never
    : Key]: Exports[Key] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : PooledExports<Exports[Key]>;
};
