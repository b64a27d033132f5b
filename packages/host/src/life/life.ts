import type { Guard } from "@polyplug/abi";
import { PluginError } from "@polyplug/errors";
import type { GuestLife } from "@polyplug/wasi";

/** Why an instance is not entered any more. */
export type End = "poisoned" | "exited" | "disposed";

/** What every call looks at. */
export interface Latch {
  alive: boolean;
}

/**
 * Whether an instance may still be entered, and what ended it: one latch for its calls, its host functions and WASI. The
 * first end stays.
 *
 * Every way into the guest looks at {@link Life.alive} before the call, and once more after it, for a guest can catch
 * what was thrown to end it and return as if nothing had happened.
 */
export class Life implements GuestLife {
  readonly plugin: string;
  /**
   * Whether it is alive, in a plain field of an object of a class of its own: code that is made for one plugin reads it on
   * every call, and an engine takes it for constant as long as no object of that class was changed.
   */
  readonly latch: Latch = new (class {
    alive = true;
  })();
  /** What messages say of an instance that was disposed. */
  disposal = "was disposed";
  /** Told of each end that is one: the first, and a dispose after it. */
  onEnd: ((end: End, fault: PluginError | undefined) => void) | undefined;
  /** As a guard of the canonical ABI has it, where the plugin may be suspended. */
  waiting: Guard["waiting"];
  #interruption: unknown;
  #end: End | undefined;
  #fault: PluginError | undefined;
  #endedAt: number | undefined;

  constructor(plugin: string) {
    this.plugin = plugin;
  }

  /** A call that fails sets it to false before anything else; what ended the instance is told later, by {@link Life.finish}. */
  get alive(): boolean {
    return this.latch.alive;
  }

  set alive(alive: boolean) {
    this.latch.alive = alive;
  }

  /** Ends the instance from the inside of a call: `signal` is thrown now and by every later import. */
  interrupt(signal: unknown): void {
    if (!this.alive) return;
    this.#interruption = signal;
    this.alive = false;
  }

  /** Ends the instance for good. The first end stays, but for dispose, which comes after any. */
  finish(end: End, fault?: PluginError): void {
    this.alive = false;
    if (this.#end === end || (end !== "disposed" && this.#end !== undefined)) return;
    this.#end = end;
    this.#fault ??= fault;
    this.#endedAt ??= performance.now();
    this.onEnd?.(end, fault);
  }

  /** What an import throws to leave a guest that has ended; the call's edge makes the right error of it. */
  get signal(): unknown {
    return this.#interruption ?? this.refusal("go on");
  }

  /** What {@link interrupt} was given, if that is what ended the instance. */
  get interruption(): unknown {
    return this.#interruption;
  }

  /** Whether something ended it for good, beside a call that has just failed: a call within that one, for instance. */
  get hasEnded(): boolean {
    return this.#end !== undefined || this.#interruption !== undefined;
  }

  get isDisposed(): boolean {
    return this.#end === "disposed";
  }

  /** What it failed by, if that is what ended it. */
  get fault(): PluginError | undefined {
    return this.#fault;
  }

  /**
   * How it ended; undefined as long as it may be entered, and while a call fails. One that failed where the stack was
   * exhausted ended without anybody having been able to say so.
   */
  get end(): End | undefined {
    return this.#end ?? (this.latch.alive || this.#interruption !== undefined ? undefined : "poisoned");
  }

  /** When it ended, as `performance.now()` tells it. */
  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** The error for whoever comes after the end. */
  refusal(action: string, exported?: string): PluginError {
    const common = { action, plugin: this.plugin, export: exported, cause: this.#fault };
    if (this.#end === "disposed") {
      return new PluginError({ ...common, code: "disposed", reason: `${this.plugin} ${this.disposal}` });
    }
    if (this.#end === "exited") {
      const exitCode = this.#fault?.exitCode;
      const reason = `${this.plugin} has exited${exitCode === undefined ? "" : ` with status ${exitCode}`}`;
      return new PluginError({ ...common, code: "exited", reason, exitCode });
    }
    const before = this.#fault === undefined ? "" : ` (${this.#fault.message})`;
    return new PluginError({
      ...common,
      code: "poisoned",
      reason: `${this.plugin} failed before${before}, load it again`,
    });
  }
}
