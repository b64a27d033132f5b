import type { LoadedPlugin } from "../loaded-plugin.ts";
import type { PreparedPlugin } from "../prepare-plugin.ts";

/** One version of a watched plugin, and the calls of its functions that are under way. */
export class Generation<Exports extends object> {
  readonly prepared: PreparedPlugin;
  readonly plugin: LoadedPlugin<Exports>;
  #calls = 0;
  /** Waits for the last call. */
  #ended: (() => void) | undefined;

  constructor(prepared: PreparedPlugin, plugin: LoadedPlugin<Exports>) {
    this.prepared = prepared;
    this.plugin = plugin;
  }

  /** A call, which lasts until its promise is settled where it gives one. */
  enter(call: () => unknown): unknown {
    this.#calls++;
    let result: unknown;
    try {
      result = call();
    } catch (error) {
      this.#leave();
      throw error;
    }
    if (result instanceof Promise) return result.finally(() => this.#leave());
    this.#leave();
    return result;
  }

  /** Disposes the plugin, once nothing is under way in it. */
  async retire(why: string): Promise<void> {
    if (this.#calls > 0) {
      await new Promise<void>((resolve) => {
        this.#ended = resolve;
      });
    }
    this.plugin.retire(why);
  }

  #leave(): void {
    this.#calls--;
    if (this.#calls === 0) this.#ended?.();
  }
}
