/** What can be disposed, and have whoever comes later be told why: `was replaced …`. */
export interface Retirable {
  retire(why: string): void;
}

/** One of several plugins that follow each other, and the calls of its functions that are under way. */
export class Generation<Held extends Retirable> {
  readonly plugin: Held;
  #calls = 0;
  /** Waits for the last call. */
  #ended: (() => void) | undefined;

  constructor(plugin: Held) {
    this.plugin = plugin;
  }

  /** A call, which lasts until its promise is settled where it gives one. */
  enter(call: () => unknown): unknown {
    this.#calls++;
    let result: unknown;
    try {
      result = call();
    } catch (error) {
      // As it leaves, without a call that there may be no stack for.
      this.#calls--;
      if (this.#calls === 0) this.#ended?.();
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
