/**
 * Whether a guest may run, and what ends it. Whoever enters the guest owns it; WASI asks before and after each function,
 * and ends it.
 *
 * Once ended, always ended: a guest with exception handling can catch what is thrown to end it, but not go on. The first
 * end stands.
 */
export interface GuestLife {
  /** Whether the guest may be entered and served. */
  readonly alive: boolean;
  /** What is thrown into a guest that is not alive any more. */
  readonly signal: unknown;
  /** Ends the guest from the inside: `signal` is thrown now and by every later import. After the end it does nothing. */
  interrupt(signal: unknown): void;
}

/** The life of a guest that nobody else looks after. */
export class OwnLife implements GuestLife {
  alive = true;
  signal: unknown;

  interrupt(signal: unknown): void {
    if (!this.alive) return;
    this.signal = signal;
    this.alive = false;
  }
}
