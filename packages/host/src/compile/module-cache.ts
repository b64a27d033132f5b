import type { CompiledPlugin } from "./compiled-plugin.ts";

/**
 * Compiled modules by their content, so that loading the same plugin again costs no compilation. The cache
 * keeps none of them alive: a module that no plugin uses any more may be collected.
 */
export class ModuleCache {
  readonly #running = new Map<string, Promise<CompiledPlugin>>();
  readonly #compiled = new Map<string, WeakRef<CompiledPlugin>>();
  readonly #collected = new FinalizationRegistry<string>((key) => {
    if (this.#compiled.get(key)?.deref() === undefined) this.#compiled.delete(key);
  });

  /** What was compiled for `key`, else what `compile` makes of it; of several calls at once only one compiles. */
  async get(key: string, compile: () => Promise<CompiledPlugin>): Promise<CompiledPlugin> {
    const found = this.#compiled.get(key)?.deref();
    if (found !== undefined) return found;
    const running = this.#running.get(key) ?? this.#start(key, compile);
    return await running;
  }

  async #start(key: string, compile: () => Promise<CompiledPlugin>): Promise<CompiledPlugin> {
    const running = compile();
    this.#running.set(key, running);
    try {
      const compiled = await running;
      this.#compiled.set(key, new WeakRef(compiled));
      this.#collected.register(compiled, key);
      return compiled;
    } finally {
      this.#running.delete(key);
    }
  }
}
