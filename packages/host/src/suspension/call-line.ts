import { PluginError, reentry } from "@polyplug/errors";
import type { Call } from "../intercept/boundary.ts";
import { CurrentSignal } from "../life/current-signal.ts";
import type { Life } from "../life/life.ts";
import { contextStorage } from "../platform/context-storage.ts";
import { callAction } from "../trap/call-action.ts";

/** A call that waits for its turn or is under way. */
interface Pending {
  readonly name: string;
  readonly start: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  stopListening: (() => void) | undefined;
}

/** What follows from a function of the host's that a guest called. */
interface HostTurn {
  readonly outer: HostTurn | undefined;
  readonly line: CallLine;
  /** Calls of the guest within it that have not been answered. */
  readonly calls: Set<Promise<unknown>>;
  /** Whether the guest waits for it no more. */
  isOver: boolean;
}

/**
 * Calls within each other at most. A stack that ends in the middle of them leaves promises behind that nobody keeps: the
 * engine has no room to settle them.
 */
const mostNested = 128;

/** Whether a function that the guest waits for may call the guest, as functions may that are called by a bare module. */
export type Reentrance = "refused" | "nested";

/**
 * The calls of one instance, one after another in the order in which they were made: a guest that waits for its host is
 * not entered a second time. A call by a function that the guest waits for would wait for itself: it is refused, or made
 * within the one that is under way, which goes on after it.
 */
export class CallLine {
  readonly #life: Life;
  readonly #reentrance: Reentrance;
  readonly #waiting: Pending[] = [];
  /** Calls within the current one. */
  readonly #nested = new Set<Pending>();
  #current: Pending | undefined;
  readonly #signal = new CurrentSignal();

  constructor(life: Life, reentrance: Reentrance) {
    this.#life = life;
    this.#reentrance = reentrance;
  }

  /** A function of the guest's, as the host calls it. */
  exported(name: string, call: Call): Call {
    return (...args) =>
      new Promise((resolve, reject) => {
        const signal = this.#signal.current;
        if (!this.#life.alive) throw this.#refusal(name);
        if (signal?.aborted) throw this.#aborted(name, signal);
        const turn = this.#turnHere();
        if (turn !== undefined) {
          resolve(this.#within(turn, name, () => call(...args)));
          return;
        }
        const pending: Pending = { name, start: () => call(...args), resolve, reject, stopListening: undefined };
        if (signal !== undefined) this.#listen(pending, signal);
        this.#waiting.push(pending);
        this.#next();
      });
  }

  /** A function of the host's, as the guest calls it. */
  imported(call: Call): Call {
    return (...args) => {
      const storage = contextStorage<HostTurn>();
      const turn: HostTurn = { outer: storage.getStore(), line: this, calls: new Set(), isOver: false };
      return storage.run(turn, () => {
        let result: unknown;
        try {
          result = call(...args);
        } catch (error) {
          turn.isOver = true;
          throw error;
        }
        if (result instanceof Promise) return result.finally(() => ended(turn));
        // It may have called the guest without waiting for it, whose calls end in the opposite order of their beginning.
        if (turn.calls.size > 0) return ended(turn).then(() => result);
        turn.isOver = true;
        return result;
      });
    };
  }

  /** Makes calls that `signal` may end: all that `work` makes before it returns or first waits. */
  abortable<T>(signal: AbortSignal, work: () => T): T {
    return this.#signal.during(signal, work);
  }

  /** Whether the guest waits for what runs. */
  get isAsking(): boolean {
    return this.#turnHere() !== undefined;
  }

  /** Ends the instance, which may not be one yet. */
  dispose(): void {
    this.#life.finish("disposed");
    this.end();
  }

  /** Refuses every call that has not been answered: the instance has ended, and is not resumed. */
  end(): void {
    this.#endAll((name) => this.#refusal(name));
  }

  #next(): void {
    const pending = this.#current === undefined ? this.#waiting.shift() : undefined;
    if (pending === undefined) return;
    this.#current = pending;
    new Promise((resolve) => resolve(pending.start())).then(
      (value) => this.#settle(pending, () => pending.resolve(value)),
      (error) => this.#settle(pending, () => pending.reject(error)),
    );
  }

  #settle(pending: Pending, tell: () => void): void {
    if (this.#current !== pending) return;
    this.#current = undefined;
    pending.stopListening?.();
    tell();
    this.#goOn();
  }

  /** Has the next call begin; where the last one has ended the instance, others that are suspended are not resumed. */
  #goOn(): void {
    if (this.#life.alive) this.#next();
    else this.end();
  }

  #endAll(errorFor: (name: string, pending: Pending) => PluginError): void {
    const all = this.#current === undefined ? [] : [this.#current];
    all.push(...this.#nested, ...this.#waiting.splice(0));
    this.#nested.clear();
    this.#current = undefined;
    for (const pending of all) {
      pending.stopListening?.();
      pending.reject(errorFor(pending.name, pending));
    }
  }

  #listen(pending: Pending, signal: AbortSignal): void {
    const abort = (): void => this.#abort(pending, this.#aborted(pending.name, signal));
    signal.addEventListener("abort", abort, { once: true });
    pending.stopListening = () => signal.removeEventListener("abort", abort);
  }

  /**
   * A call that waits for its turn is just not made; one that is under way ends the instance, which cannot go on
   * without it.
   */
  #abort(pending: Pending, error: PluginError): void {
    if (pending !== this.#current) {
      this.#waiting.splice(this.#waiting.indexOf(pending), 1);
      pending.reject(error);
      return;
    }
    this.#life.finish("poisoned", error);
    this.#endAll((name, one) => (one === pending ? error : this.#refusal(name)));
  }

  /** The function of the host's that this code follows from and that this guest waits for. */
  #turnHere(): HostTurn | undefined {
    for (let turn = contextStorage<HostTurn>().getStore(); turn !== undefined; turn = turn.outer) {
      if (turn.line === this && !turn.isOver) return turn;
    }
    return undefined;
  }

  #within(turn: HostTurn, name: string, start: () => unknown): Promise<unknown> {
    if (this.#reentrance === "refused") {
      throw reentry(callAction(name), { plugin: this.#life.plugin, export: name });
    }
    if (this.#nested.size >= mostNested) {
      const reason = `${mostNested} calls of it run within each other`;
      const about = { plugin: this.#life.plugin, export: name };
      throw new PluginError({ code: "trap", action: callAction(name), reason, ...about });
    }
    const called = new Promise((resolve, reject) => {
      const pending: Pending = { name, start, resolve, reject, stopListening: undefined };
      this.#nested.add(pending);
      new Promise((result) => result(start())).then(resolve, reject).then(() => {
        this.#nested.delete(pending);
        // A guest that has ended is not resumed, for those around this call either.
        if (!this.#life.alive) this.end();
      });
    });
    turn.calls.add(called);
    const forget = (): unknown => turn.calls.delete(called);
    called.then(forget, forget);
    return called;
  }

  #refusal(name: string): PluginError {
    return this.#life.refusal(callAction(name), name);
  }

  #aborted(name: string, { reason: cause }: AbortSignal): PluginError {
    const reason = "its caller gave it up";
    return new PluginError({
      code: "aborted",
      action: callAction(name),
      reason,
      plugin: this.#life.plugin,
      export: name,
      cause,
    });
  }
}

/** Waits until nothing runs within it any more, and then has it be over. */
async function ended(turn: HostTurn): Promise<void> {
  while (turn.calls.size > 0) await Promise.allSettled(turn.calls);
  turn.isOver = true;
}
