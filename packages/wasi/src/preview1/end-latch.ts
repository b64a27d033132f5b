import type { PluginError } from "@polyplug/errors";

/** How a plugin came to its end: by its own will with a code, or by a fault. */
export type End =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "fault"; readonly error: PluginError };

/**
 * Unwinds a guest that has ended: `proc_exit`, `proc_raise`, a limit, or a failure of the host's own code. It comes out
 * of the guest's export that was running, unless the guest catches it; then it is thrown again at the next import.
 *
 * It is no Error: it says that there is nothing left to run, not that something went wrong.
 */
export class EndSignal {
  readonly end: End;

  constructor(end: End) {
    this.end = end;
  }
}

/** Whether a value that came out of a guest's export says that the guest has ended. */
export function isEndSignal(value: unknown): value is EndSignal {
  return value instanceof EndSignal;
}

/**
 * Once ended, always ended: a guest with exception handling can catch what is thrown to end it, but not go on. The first
 * end stands.
 */
export class EndLatch {
  readonly #onEnd: (signal: EndSignal) => void;
  #ended: End | undefined;
  #closed = false;
  #thrown: unknown;

  /** Calls `onEnd` once, if the guest comes to its end from the inside. */
  constructor(onEnd: (signal: EndSignal) => void) {
    this.#onEnd = onEnd;
  }

  get ended(): End | undefined {
    return this.#ended;
  }

  /** Throws if the guest has ended. */
  check(): void {
    if (this.#closed) throw this.#thrown;
  }

  /** Ends the guest from the inside: what it gives is to be thrown into the guest. */
  end(end: End): unknown {
    if (this.#closed) return this.#thrown;
    const signal = new EndSignal(end);
    // Plain assignments first: a call may fail here, on a stack that the guest has all but used up.
    this.#thrown = signal;
    this.#ended = end;
    this.#closed = true;
    this.#onEnd(signal);
    return signal;
  }

  /** Ends the guest from the outside: `signal` is thrown at its next call. */
  interrupt(signal: unknown): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#thrown = signal;
  }

  /** Whether that is what ends the guest. */
  owns(thrown: unknown): boolean {
    return this.#closed && thrown === this.#thrown;
  }
}
