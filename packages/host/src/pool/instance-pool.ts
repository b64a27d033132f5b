import { PluginError } from "@polyplug/errors";
import type { Plugin } from "../plugin.ts";
import type { PoolBounds, RunOptions } from "./pool.ts";

/** All of them, where defaults have been filled in. */
export type Bounds = { readonly [Bound in keyof PoolBounds]-?: number };

/** What a pool needs of a plugin, wherever that runs. */
export type PooledPlugin = Pick<Plugin<object>, "name" | "info" | "stats" | "exports" | "alive" | "dispose">;

/** What makes instances, and knows of each what others cannot. */
export interface Nursery<Lent> {
  make(): Promise<Lent>;
  /** Bytes of memory that it has. */
  memoryOf(plugin: Lent): number;
  /** Has a signal end the calls of a run, until what this gives is called; left out where calls cannot be ended. */
  heed?(plugin: Lent, signal: AbortSignal): () => void;
}

interface Instance<Lent> {
  readonly plugin: Lent;
  /** Bytes of memory that it began with. */
  readonly memory: number;
  runs: number;
}

interface Waiting<Lent> {
  readonly resolve: (instance: Instance<Lent>) => void;
  readonly reject: (reason: unknown) => void;
}

/** The instances of a pool and who waits for one. Whoever has one gives it back. */
export class InstancePool<Lent extends PooledPlugin> {
  readonly #nursery: Nursery<Lent>;
  readonly #bounds: Bounds;
  /** The last one used is the next one used, for its memory is still at hand. */
  readonly #idle: Instance<Lent>[] = [];
  readonly #waiting = new Set<Waiting<Lent>>();
  /** Told when the last instance of a closed pool is gone. */
  readonly #closing: (() => void)[] = [];
  /** Instances that are there or are being made. */
  #made = 0;
  /** Those of them that are being made for nobody yet. */
  #ahead = 0;
  #isClosed = false;
  #name = "plugin";

  constructor(nursery: Nursery<Lent>, bounds: Bounds) {
    this.#nursery = nursery;
    this.#bounds = bounds;
  }

  /** Makes the first instance, which tells what all of them are. */
  async open(): Promise<Lent> {
    const first = await this.#spawn();
    this.#name = first.plugin.name;
    this.#idle.push(first);
    this.#keepSpares();
    return first.plugin;
  }

  async run<T>(
    work: (exports: Lent["exports"], plugin: Lent) => T | PromiseLike<T>,
    { signal }: RunOptions = {},
  ): Promise<T> {
    const instance = await this.#acquire(signal);
    this.#keepSpares();
    const unheed = signal && this.#nursery.heed?.(instance.plugin, signal);
    try {
      if (signal?.aborted) throw this.#aborted(signal);
      instance.runs++;
      return await work(instance.plugin.exports, instance.plugin);
    } finally {
      unheed?.();
      this.#release(instance);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#waiting) waiting.reject(this.#closed());
    this.#waiting.clear();
    for (const instance of this.#idle.splice(0)) this.#remove(instance);
    if (this.#made > 0) await new Promise<void>((resolve) => this.#closing.push(resolve));
  }

  async #acquire(signal: AbortSignal | undefined): Promise<Instance<Lent>> {
    if (this.#isClosed) throw this.#closed();
    if (signal?.aborted) throw this.#aborted(signal);
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.plugin.alive) return idle;
      this.#remove(idle);
    }
    if (this.#made < this.#bounds.size) return await this.#spawn();
    return await this.#wait(signal);
  }

  async #wait(signal: AbortSignal | undefined): Promise<Instance<Lent>> {
    const { size, queue } = this.#bounds;
    if (this.#waiting.size >= queue) {
      const reason = `none of its ${size} instances is free, and as many runs wait as its queue allows: ${queue}`;
      throw this.#error("overloaded", reason);
    }
    let giveUp: (() => void) | undefined;
    const turn = new Promise<Instance<Lent>>((resolve, reject) => {
      const waiting = { resolve, reject };
      giveUp = () => {
        if (signal !== undefined && this.#waiting.delete(waiting)) reject(this.#aborted(signal));
      };
      signal?.addEventListener("abort", giveUp, { once: true });
      this.#waiting.add(waiting);
    });
    try {
      return await turn;
    } finally {
      if (giveUp !== undefined) signal?.removeEventListener("abort", giveUp);
    }
  }

  async #spawn(): Promise<Instance<Lent>> {
    this.#made++;
    let plugin: Lent;
    try {
      plugin = await this.#nursery.make();
    } catch (error) {
      this.#vacate();
      throw error;
    }
    const instance = { plugin, memory: this.#nursery.memoryOf(plugin), runs: 0 };
    if (!this.#isClosed) return instance;
    this.#remove(instance);
    throw this.#closed();
  }

  #release(instance: Instance<Lent>): void {
    const { runsPerInstance, growthPerInstance } = this.#bounds;
    const growth = instance.plugin.alive ? this.#nursery.memoryOf(instance.plugin) - instance.memory : 0;
    const isSpent = instance.runs >= runsPerInstance || growth > growthPerInstance || !instance.plugin.alive;
    const isLeaving = isSpent || this.#isClosed;
    const next = isLeaving ? undefined : this.#next();
    if (isLeaving) this.#remove(instance);
    else if (next === undefined) this.#idle.push(instance);
    else next.resolve(instance);
  }

  #remove({ plugin }: Instance<Lent>): void {
    plugin.dispose();
    this.#vacate();
    this.#keepSpares();
  }

  /** There is room for an instance that whoever waits first needs. */
  #vacate(): void {
    this.#made--;
    if (this.#isClosed && this.#made === 0) for (const closed of this.#closing.splice(0)) closed();
    const next = this.#next();
    if (next !== undefined) this.#spawn().then(next.resolve, next.reject);
  }

  /** Makes instances ahead, as far as there is room. */
  #keepSpares(): void {
    const { size, spares } = this.#bounds;
    while (!this.#isClosed && this.#made < size && this.#idle.length + this.#ahead < spares) {
      this.#ahead++;
      this.#spawn().then(
        (instance) => {
          this.#ahead--;
          this.#release(instance);
        },
        // The next run that needs one is told why there is none.
        () => this.#ahead--,
      );
    }
  }

  #next(): Waiting<Lent> | undefined {
    for (const first of this.#waiting) {
      this.#waiting.delete(first);
      return first;
    }
    return undefined;
  }

  #closed(): PluginError {
    return this.#error("disposed", "its pool was closed");
  }

  #aborted({ reason }: AbortSignal): PluginError {
    return this.#error("aborted", "the wait for an instance was given up", reason);
  }

  #error(code: "disposed" | "aborted" | "overloaded", reason: string, cause?: unknown): PluginError {
    return new PluginError({ code, action: `run ${this.#name}`, reason, plugin: this.#name, cause });
  }
}
