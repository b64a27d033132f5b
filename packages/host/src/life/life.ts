import { PluginError } from "@polyplug/errors";

/** Why an instance is not entered any more. */
export type End = "poisoned" | "exited" | "disposed";

/**
 * Whether an instance may still be entered, and what ended it. It is a latch: the first end stays.
 *
 * Every way into the guest looks at {@link Life.alive} before the call, and once more after it, for a guest can catch
 * what was thrown to end it and return as if nothing had happened.
 */
export class Life {
  readonly plugin: string;
  /** A plain field, since it is read on every call. */
  alive = true;
  /** Whether it was alive when the last call failed, for that a call fails makes it not {@link Life.alive} at once. */
  wasAlive = true;
  #end: End = "poisoned";
  #fault: PluginError | undefined;
  #interruption: unknown;
  #onEnd: (signal: unknown) => void = () => undefined;
  #told = false;

  constructor(plugin: string) {
    this.plugin = plugin;
  }

  /** Ends the instance from the inside of a call: `signal` is thrown now and by every later host function. */
  interrupt(signal: unknown): void {
    if (!this.alive) return;
    this.alive = false;
    this.#interruption = signal;
    this.#tell(signal);
  }

  /** Has `tell` called with what is thrown into the guest when the instance ends, so that others stop serving it too. */
  whenEnded(tell: (signal: unknown) => void): void {
    this.#onEnd = tell;
  }

  /** What {@link interrupt} was given, if it was. */
  get interruption(): unknown {
    return this.#interruption;
  }

  /** What a host function throws to leave a guest that has ended; the call's edge makes the right error of it. */
  get signal(): unknown {
    return this.#interruption ?? this.refusal("go on");
  }

  /** Ends the instance for good. The first end stays, but for dispose, which comes after any. */
  finish(end: End, fault?: PluginError): void {
    this.alive = false;
    if (end !== "disposed" && (this.#fault !== undefined || this.isDisposed)) return;
    this.#end = end;
    this.#fault ??= fault;
    this.#tell(this.signal);
  }

  #tell(signal: unknown): void {
    if (this.#told) return;
    this.#told = true;
    this.#onEnd(signal);
  }

  /** Whether the error for the end has been made already, by a call within the one that is looked at. */
  get isTold(): boolean {
    return this.#fault !== undefined;
  }

  get isDisposed(): boolean {
    return this.#end === "disposed";
  }

  /** The error for whoever comes after the end. */
  refusal(action: string, exported?: string): PluginError {
    const common = { action, plugin: this.plugin, export: exported, cause: this.#fault };
    if (this.#end === "disposed") {
      return new PluginError({ ...common, code: "disposed", reason: `${this.plugin} was disposed` });
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
