import type { GuestStart } from "../wire/guest-start.ts";
import type { Line, Message } from "../wire/message.ts";

/** The host's end of a line to a guest in another thread or process. */
export interface HostLine extends Line {
  /** Has the guest load a plugin; it is its turn then. Throws for what cannot be handed over. */
  load(start: GuestStart): void;
  /** What the guest has said, if it has; if it is about to, `come` is called when it has, once. */
  take(come: () => void): Message | undefined;
  /** Whether the guest keeps this process alive: while somebody waits for it. */
  hold(isHeld: boolean): void;
  /** Ends the guest, whatever it does. Nothing is taken any more. */
  end(): void;
}

/** What the host is told of a guest that ends by itself, or by somebody else's hand. */
export type Ended = (why: string, cause?: unknown) => void;

/** Whether a guest that shares memory with this thread has the time of its calls watched from here. */
export type WatchedCalls = "watched" | "unwatched";
