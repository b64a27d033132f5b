import type { Instantiating } from "@polyplug/component";
import { PluginError } from "@polyplug/errors";
import type { Observer } from "../events/observer.ts";
import type { PluginStats } from "../events/plugin-stats.ts";
import type { PluginInfo } from "../info/plugin-info.ts";
import { instantiatingNow } from "../instantiating.ts";
import type { LoadedPlugin } from "../loaded-plugin.ts";
import type { Plugin } from "../plugin.ts";
import { Generation, type Retirable } from "../stable/generation.ts";
import { type EnteredMember, StableExports } from "../stable/stable-exports.ts";
import type { RestartPolicy } from "./restart-policy.ts";

/** Makes one instance, everything that it takes being there. */
export type LinkedInstance<Exports extends object> = () => Instantiating<LoadedPlugin<Exports>>;

/** How a plugin comes to be once more. */
export interface Restarting<Exports extends object> {
  readonly policy: RestartPolicy;
  readonly observer: Observer;
  /** Told when the plugin is disposed while there is no instance to tell of it. */
  disposed(): void;
  /** Links the next instance. */
  link(): Promise<LinkedInstance<Exports>>;
}

/** What is there while there is no instance. */
interface Down {
  readonly fault: PluginError | undefined;
  /** When there may be one again; undefined where there will be none. */
  readonly until: number | undefined;
}

/** The next instance, or why there is none. */
type Spare<Exports extends object> = { readonly instance: LinkedInstance<Exports> } | { readonly error: unknown };

const nothing: Plugin["memories"] = Object.freeze(Object.create(null));

/**
 * A plugin that goes on as a new instance after a fault. The next one is linked before it is needed, so that it can be made
 * at once by whoever calls first: nobody sets a timer, and nothing is made that nobody calls.
 */
export class RestartingPlugin<Exports extends object> implements Plugin<Exports>, Retirable {
  readonly name: string;
  readonly info: PluginInfo;
  readonly exports: Exports;
  readonly stats: PluginStats | undefined;
  readonly #restarting: Restarting<Exports>;
  readonly #stable = new StableExports();
  #current: Generation<LoadedPlugin<Exports>>;
  #down: Down | undefined;
  #spare: Spare<Exports> | undefined;
  #disposal: string | undefined;

  /** `spare` is the one to come after the first. */
  constructor(first: LoadedPlugin<Exports>, spare: LinkedInstance<Exports>, restarting: Restarting<Exports>) {
    this.#current = new Generation(first);
    this.#restarting = restarting;
    this.name = first.name;
    this.info = first.info;
    this.stats = first.stats;
    this.exports = this.#stable.exports as Exports;
    this.#spare = { instance: spare };
    this.#show();
  }

  get memories(): Plugin["memories"] {
    return this.#down === undefined ? this.#current.plugin.memories : nothing;
  }

  get files(): Plugin["files"] {
    return this.#down === undefined ? this.#current.plugin.files : undefined;
  }

  get alive(): boolean {
    if (this.#disposal !== undefined) return false;
    this.#notice();
    return this.#down === undefined ? this.#current.plugin.alive : this.#down.until !== undefined;
  }

  run(): number {
    const action = `run ${this.name}`;
    return this.#enter(() => this.#current.plugin.run(), { action, exported: undefined }) as number;
  }

  dispose(): void {
    if (this.#disposal !== undefined) return;
    this.#disposal = "was disposed";
    this.#spare = undefined;
    if (this.#down === undefined) this.#current.plugin.dispose();
    else this.#restarting.disposed();
  }

  retire(why: string): void {
    this.#disposal ??= why;
    this.#spare = undefined;
    this.#current.plugin.retire(why);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #enter(call: () => unknown, what: Entered): unknown {
    if (this.#disposal !== undefined) throw this.#refusal("disposed", what, `${this.name} ${this.#disposal}`);
    this.#notice();
    if (this.#down !== undefined) this.#restart(this.#down, what);
    let result: unknown;
    try {
      result = this.#current.enter(call);
    } catch (error) {
      this.#notice(error);
      throw error;
    }
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      this.#notice(error);
      throw error;
    });
  }

  /** Sees whether the instance has ended by a fault, and lets go of it then. */
  #notice(error?: unknown): void {
    const { plugin } = this.#current;
    if (this.#down !== undefined || plugin.end !== "poisoned") return;
    this.#fails(PluginError.is(error) ? error : plugin.fault);
    void this.#current.retire("failed, and a new instance has taken its place");
  }

  #fails(fault: PluginError | undefined): void {
    this.#down = { fault, until: this.#restarting.policy.comesBack(performance.now()) };
  }

  #restart({ fault, until }: Down, what: Entered): void {
    const { policy, observer } = this.#restarting;
    const at = performance.now();
    const before = `${this.name} failed before${fault === undefined ? "" : ` (${fault.message})`}`;
    if (until === undefined) {
      const { most, within } = policy.bounds;
      const used = `${most} ${most === 1 ? "restart" : "restarts"} within ${within / 1_000} s`;
      throw this.#refusal("poisoned", what, `${before}, and its ${used} are used up; load it again`, fault);
    }
    if (at < until) {
      const reason = `${before}, and comes back in ${Math.ceil(until - at)} ms`;
      throw this.#refusal("poisoned", what, reason, fault);
    }
    const spare = this.#spare;
    if (spare === undefined) throw this.#refusal("poisoned", what, `${before}, and is on its way back`, fault);
    this.#spare = undefined;
    this.#linkNext();
    const count = policy.restarted(at);
    try {
      if ("error" in spare) throw spare.error;
      this.#current = new Generation(instantiatingNow(spare.instance()));
    } catch (error) {
      const again = PluginError.is(error) ? error.within(what.action, { plugin: this.name }) : undefined;
      observer.restarted(at, count, again);
      this.#fails(again);
      throw again ?? error;
    }
    this.#down = undefined;
    this.#show();
    observer.restarted(at, count);
  }

  #linkNext(): void {
    this.#restarting.link().then(
      (instance) => this.#keep({ instance }),
      (error: unknown) => this.#keep({ error }),
    );
  }

  #keep(spare: Spare<Exports>): void {
    if (this.#disposal === undefined) this.#spare = spare;
  }

  #show(): void {
    const enter = (call: () => unknown, what: Entered): unknown => this.#enter(call, what);
    const { exports } = this.#current.plugin;
    this.#stable.show(exports as Readonly<Record<string, unknown>>, { name: this.name, enter });
  }

  #refusal(code: "disposed" | "poisoned", { action, exported }: Entered, reason: string, cause?: unknown): PluginError {
    return new PluginError({ code, action, reason, plugin: this.name, export: exported, cause });
  }
}

type Entered = Omit<EnteredMember, "exported"> & { readonly exported: string | undefined };
