import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import type { LoadedPlugin } from "../loaded-plugin.ts";
import type { Plugin } from "../plugin.ts";
import type { Retirable } from "../stable/generation.ts";
import { type MakeInstance, type Restarting, Succession } from "./succession.ts";

/** The memories of a plugin while there is no instance. */
export const noMemories: Plugin["memories"] = Object.freeze(Object.create(null));

/** A plugin in this thread that goes on as a new instance after a fault. */
export class RestartingPlugin<Exports extends object> implements Plugin<Exports>, Retirable {
  readonly name: string;
  readonly info: PluginInfo;
  readonly exports: Exports;
  readonly stats: PluginStats | undefined;
  readonly #instances: Succession<LoadedPlugin<Exports>>;

  constructor(
    first: LoadedPlugin<Exports>,
    next: MakeInstance<LoadedPlugin<Exports>>,
    restarting: Restarting<LoadedPlugin<Exports>>,
  ) {
    this.#instances = new Succession(first, next, restarting);
    this.name = first.name;
    this.info = first.info;
    this.stats = first.stats;
    this.exports = this.#instances.exports as Exports;
  }

  get memories(): Plugin["memories"] {
    return this.#instances.plugin?.memories ?? noMemories;
  }

  get files(): Plugin["files"] {
    return this.#instances.plugin?.files;
  }

  get alive(): boolean {
    return this.#instances.alive;
  }

  run(): number {
    const what = { action: `run ${this.name}`, exported: undefined };
    return this.#instances.enter((plugin) => plugin.run(), what) as number;
  }

  dispose(): void {
    this.#instances.dispose();
  }

  retire(why: string): void {
    this.#instances.retire(why);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
