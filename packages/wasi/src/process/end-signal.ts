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
  /** Whether a value is one. Not by its prototype, which a proxy would be asked for, and might throw. */
  static is(value: unknown): value is EndSignal {
    return typeof value === "object" && value !== null && #isSignal in value;
  }

  readonly #isSignal = true;
  readonly end: End;

  constructor(end: End) {
    this.end = end;
  }
}

/** Whether a value that came out of a guest's export says that the guest has ended. */
export function isEndSignal(value: unknown): value is EndSignal {
  return EndSignal.is(value);
}
