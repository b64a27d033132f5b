import { PluginError } from "@polyplug/errors";
import type { Life } from "../life/life.ts";

/** Counts what a plugin calls of its host within one call. */
export class HostCallCount {
  readonly #allowed: number;
  readonly #life: Life;
  /** What the plugin's modules export to each other, and calls of which are no calls of the host. */
  readonly #own = new WeakSet<object>();
  #count = 0;

  constructor(allowed: number, life: Life) {
    this.#allowed = allowed;
    this.#life = life;
  }

  /** A call begins. */
  reset(): void {
    this.#count = 0;
  }

  /** What a module exports may be given to the next. */
  addOwn(exports: WebAssembly.Exports): void {
    for (const value of Object.values(exports)) if (typeof value === "function") this.#own.add(value);
  }

  /** The imports, with every function of the host's counted. */
  counting(imports: WebAssembly.Imports): WebAssembly.Imports {
    const counted: WebAssembly.Imports = Object.create(null);
    for (const [module, items] of Object.entries(imports)) {
      const named: WebAssembly.ModuleImports = Object.create(null);
      for (const [name, value] of Object.entries(items)) {
        named[name] = typeof value === "function" && !this.#own.has(value) ? this.counted(value) : value;
      }
      counted[module] = named;
    }
    return counted;
  }

  /** A function of the host's, counted. */
  counted(call: CallableFunction): (...args: unknown[]) => unknown {
    return (...args) => {
      if (++this.#count > this.#allowed && this.#life.alive) this.#life.interrupt(this.#breach());
      if (!this.#life.alive) throw this.#life.signal;
      return call(...args);
    };
  }

  #breach(): PluginError {
    const path = "limits.hostCalls";
    const reason = `${path}: a call may call it ${this.#allowed} times, and this is number ${this.#count}`;
    return new PluginError({ code: "time-limit", action: "call the host", reason, path });
  }
}
