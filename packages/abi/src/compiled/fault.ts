import type { PluginErrorCode } from "@polyplug/errors";
import type { Faults } from "../values/faults.ts";

/**
 * What generated code throws where something does not fit. On its way out it gathers where that is, step by step, and
 * the function that was called makes an error of it. It never reaches anybody else.
 */
export class Fault {
  /**
   * `misfit` until it is known whether a caller or an implementation gave the value, and `foreign` where the fault only
   * says where something else was thrown.
   */
  readonly code: PluginErrorCode | "misfit" | "foreign";
  readonly reason: string;
  readonly cause: unknown;
  path = "";
  readonly #isFault = true;

  constructor(code: Fault["code"], reason: string, cause?: unknown) {
    this.code = code;
    this.reason = reason;
    this.cause = cause;
  }

  /** Asks the value itself and not its prototype, which a proxy would be asked for, and might throw. */
  static is(value: unknown): value is Fault {
    return typeof value === "object" && value !== null && #isFault in value;
  }
}

export const faults: Faults = {
  misfit: (reason, cause) => new Fault("misfit", reason, cause),
  trap: (reason) => new Fault("trap", reason),
  exceeded: (reason) => new Fault("memory-limit", reason),
};

/** What was thrown, one step further out. */
export function within(thrown: unknown, step: string): unknown {
  const fault = Fault.is(thrown) ? thrown : new Fault("foreign", "", thrown);
  fault.path = step + fault.path;
  return fault;
}

/** What was thrown in the first place. */
export function original(thrown: unknown): unknown {
  return Fault.is(thrown) && thrown.code === "foreign" ? thrown.cause : thrown;
}
