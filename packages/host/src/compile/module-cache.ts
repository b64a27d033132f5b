import type { CompiledPlugin } from "./compiled-plugin.ts";

/**
 * Compiled modules by the hash of their bytes, so that loading the same plugin again costs no compilation. The cache
 * keeps none of them alive: a module that no plugin uses any more may be collected.
 */
export class ModuleCache {
  readonly #running = new Map<string, Promise<CompiledPlugin>>();
  readonly #compiled = new Map<string, WeakRef<CompiledPlugin>>();
  readonly #collected = new FinalizationRegistry<string>((hash) => {
    if (this.#compiled.get(hash)?.deref() === undefined) this.#compiled.delete(hash);
  });

  /** What was compiled for `hash`, else what `compile` makes of it; of several calls at once only one compiles. */
  async get(hash: string, compile: () => Promise<CompiledPlugin>): Promise<CompiledPlugin> {
    const found = this.#compiled.get(hash)?.deref();
    if (found !== undefined) return found;
    const running = this.#running.get(hash) ?? this.#start(hash, compile);
    return await running;
  }

  async #start(hash: string, compile: () => Promise<CompiledPlugin>): Promise<CompiledPlugin> {
    const running = compile();
    this.#running.set(hash, running);
    try {
      const compiled = await running;
      this.#compiled.set(hash, new WeakRef(compiled));
      this.#collected.register(compiled, hash);
      return compiled;
    } finally {
      this.#running.delete(hash);
    }
  }
}
