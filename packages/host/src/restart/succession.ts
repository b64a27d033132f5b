import { PluginError, reentry } from "@polyplug/errors";
import type { Observer } from "../events/observer.ts";
import type { End } from "../life/life.ts";
import { stackRoom } from "../platform/stack-room.ts";
import type { Plugin } from "../plugin.ts";
import { Generation, type Retirable } from "../stable/generation.ts";
import { type EnteredMember, StableExports } from "../stable/stable-exports.ts";
import type { RestartPolicy } from "./restart-policy.ts";

/** Room for code that the engine has yet to compile, which takes a lot of it. */
const hasRoom = stackRoom(128);

/** An instance that another one may come after. */
export interface Mortal extends Retirable, Pick<Plugin<object>, "name" | "exports" | "alive" | "dispose"> {
  readonly end: End | undefined;
  readonly endedAt: number | undefined;
  readonly fault: PluginError | undefined;
  /** When it is set up, where it takes calls before; undefined where it is already. */
  readonly loaded?: Promise<void> | undefined;
}

/** An instance that takes no calls before it is set up, which takes its time. */
export interface Coming<Held> {
  readonly coming: Promise<Held>;
  /** Whether the code that runs is what its setting up waits for. */
  isAsking(): boolean;
  dispose(): void;
}

/** Makes one instance, everything that it takes being there. */
export type MakeInstance<Held> = () => Held | Coming<Held>;

/** How a plugin comes to be once more. */
export interface Restarting<Held> {
  readonly policy: RestartPolicy;
  readonly observer: Observer;
  /** Told when the plugin is disposed while there is no instance to tell of it. */
  disposed(): void;
  /** Links the next instance. */
  link(): Promise<MakeInstance<Held>>;
}

/** What is there while there is no instance. */
interface Down {
  readonly fault: PluginError | undefined;
  /** When there may be one again; undefined where there will be none. */
  readonly until: number | undefined;
}

/** The next instance, or why there is none. */
type Spare<Held> = { readonly make: MakeInstance<Held> } | { readonly error: unknown };

/** A call that waits for the instance. */
interface Waiting {
  readonly what: Entered;
  readonly make: () => void;
  readonly reject: (error: unknown) => void;
}

/** Tells of a restart, or why there was none. */
type Tell = (error?: PluginError) => void;

/** What is entered: an export, or without one the command. */
export type Entered = Omit<EnteredMember, "exported"> & { readonly exported: string | undefined };

/**
 * The instances of a plugin that goes on after faults, one after the other. The next one is linked before it is needed, so
 * that it can be made at once by whoever calls first: nobody sets a timer, and nothing is made that nobody calls.
 */
export class Succession<Held extends Mortal> {
  readonly exports: object;
  readonly #name: string;
  readonly #restarting: Restarting<Held>;
  readonly #stable = new StableExports();
  readonly #enterMember: (call: () => unknown, what: EnteredMember) => unknown;
  #current: Generation<Held>;
  #down: Down | undefined;
  #spare: Spare<Held> | undefined;
  #disposal: string | undefined;
  #coming: Coming<Held> | undefined;
  #waiting: Waiting[] = [];

  /**
   * `next` is the one to come after the first. `enter` is how exports are called, which is to call {@link enter} in its
   * turn.
   */
  constructor(first: Held, next: MakeInstance<Held>, restarting: Restarting<Held>, enter?: Succession<Held>["enter"]) {
    this.#current = new Generation(first);
    this.#restarting = restarting;
    this.#enterMember = enter ?? ((call, what) => this.enter(call, what));
    this.#name = first.name;
    this.exports = this.#stable.exports;
    this.#spare = { make: next };
    this.#show();
  }

  /** The instance that there is; undefined while there is none. */
  get plugin(): Held | undefined {
    return this.#down === undefined ? this.#current.plugin : undefined;
  }

  /** Whether a call is made, now or by an instance to come. */
  get alive(): boolean {
    if (this.#disposal !== undefined) return false;
    this.#notice();
    return this.#down === undefined ? this.#current.plugin.alive : this.#down.until !== undefined;
  }

  /** Makes a call of the instance that there is then. Throws why there is none. */
  enter(call: (plugin: Held) => unknown, what: Entered): unknown {
    if (this.#disposal !== undefined) throw this.#disposed(what);
    this.#notice();
    if (this.#down !== undefined && this.#coming === undefined) this.#restart(this.#down, what);
    if (this.#coming !== undefined) return this.#wait(this.#coming, call, what);
    let result: unknown;
    try {
      result = this.#current.enter(() => call(this.#current.plugin));
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

  dispose(): void {
    if (this.#disposal !== undefined) return;
    this.#disposal = "was disposed";
    this.#spare = undefined;
    if (this.#coming !== undefined) this.#coming.dispose();
    else if (this.#down === undefined) this.#current.plugin.dispose();
    else this.#restarting.disposed();
    this.#refuseWaiting();
  }

  retire(why: string): void {
    this.#disposal ??= why;
    this.#spare = undefined;
    this.#coming?.dispose();
    this.#current.plugin.retire(why);
    this.#refuseWaiting();
  }

  /** Sees whether the instance has ended by a fault, and lets go of it then. */
  #notice(error?: unknown): void {
    const { plugin } = this.#current;
    // Where another plugin has left no stack it is for the next who comes to see.
    if (this.#down !== undefined || plugin.end !== "poisoned" || !hasRoom()) return;
    this.#fails(PluginError.is(error) ? error : plugin.fault, plugin.endedAt);
    void this.#current.retire("failed, and a new instance has taken its place");
  }

  #fails(fault: PluginError | undefined, at: number = performance.now()): void {
    this.#down = { fault, until: this.#restarting.policy.comesBack(at) };
  }

  #restart({ fault, until }: Down, what: Entered): void {
    const { policy, observer } = this.#restarting;
    const at = performance.now();
    const before = `${this.#name} failed before${fault === undefined ? "" : ` (${fault.message})`}`;
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
    // What is made where another plugin has left no stack fails for that alone.
    if (spare === undefined || !hasRoom()) {
      throw this.#refusal("poisoned", what, `${before}, and is on its way back`, fault);
    }
    this.#spare = undefined;
    this.#linkNext();
    const count = policy.restarted(at);
    const tell = (error?: PluginError): void => observer.restarted(at, count, error);
    let made: Held | Coming<Held>;
    try {
      if ("error" in spare) throw spare.error;
      made = spare.make();
    } catch (error) {
      const again = PluginError.is(error) ? error.within(what.action, { plugin: this.#name }) : undefined;
      tell(again);
      this.#fails(again);
      throw again ?? error;
    }
    if ("coming" in made) this.#await(made, tell);
    else this.#arrived(made, tell);
  }

  #arrived(plugin: Held, tell: Tell): void {
    this.#current = new Generation(plugin);
    this.#down = undefined;
    this.#show();
    if (plugin.loaded === undefined) {
      tell();
      return;
    }
    // It takes calls already, and was only restarted when it is set up.
    plugin.loaded.then(
      () => tell(),
      (error: unknown) => {
        if (this.#disposal !== undefined) return;
        tell(PluginError.is(error) ? error : undefined);
        this.#notice();
      },
    );
  }

  #await(made: Coming<Held>, tell: Tell): void {
    this.#coming = made;
    made.coming.then(
      (plugin) => {
        if (this.#disposal !== undefined) return;
        this.#coming = undefined;
        this.#arrived(plugin, tell);
        for (const { make } of this.#waiting.splice(0)) make();
      },
      (error: unknown) => {
        if (this.#disposal !== undefined) return;
        this.#coming = undefined;
        const again = PluginError.is(error) ? error : undefined;
        tell(again);
        this.#fails(again);
        for (const { what, reject } of this.#waiting.splice(0)) {
          reject(again?.within(what.action, { plugin: this.#name, export: what.exported }) ?? error);
        }
      },
    );
  }

  #wait(coming: Coming<Held>, call: (plugin: Held) => unknown, what: Entered): Promise<unknown> {
    if (coming.isAsking()) throw reentry(what.action, { plugin: this.#name, export: what.exported });
    return new Promise((resolve, reject) => {
      const make = (): void => resolve(new Promise((enter) => enter(this.enter(call, what))));
      this.#waiting.push({ what, make, reject });
    });
  }

  #refuseWaiting(): void {
    for (const { what, reject } of this.#waiting.splice(0)) reject(this.#disposed(what));
  }

  #linkNext(): void {
    this.#restarting.link().then(
      (make) => this.#keep({ make }),
      (error: unknown) => this.#keep({ error }),
    );
  }

  #keep(spare: Spare<Held>): void {
    if (this.#disposal === undefined) this.#spare = spare;
  }

  #show(): void {
    const { exports } = this.#current.plugin;
    this.#stable.show(exports as Readonly<Record<string, unknown>>, { name: this.#name, enter: this.#enterMember });
  }

  #disposed(what: Entered): PluginError {
    return this.#refusal("disposed", what, `${this.#name} ${this.#disposal}`);
  }

  #refusal(code: "disposed" | "poisoned", { action, exported }: Entered, reason: string, cause?: unknown): PluginError {
    return new PluginError({ code, action, reason, plugin: this.#name, export: exported, cause });
  }
}
