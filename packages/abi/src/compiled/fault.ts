import type { PluginErrorCode } from "@polyplug/errors";
import type { Faults } from "../values/faults.ts";

/**
 * What generated code throws where something does not fit. On its way out it gathers where that is, step by step, and
 * the function that was called makes an error of it. It never reaches anybody else.
 */
export class Fault {
  /** `misfit` until it is known whether a caller or an implementation gave the value. */
  readonly code: PluginErrorCode | "misfit";
  readonly reason: string;
  path = "";
  readonly #isFault = true;

  constructor(code: Fault["code"], reason: string) {
    this.code = code;
    this.reason = reason;
  }

  /** Asks the value itself and not its prototype, which a proxy would be asked for, and might throw. */
  static is(value: unknown): value is Fault {
    return typeof value === "object" && value !== null && #isFault in value;
  }
}

export const faults: Faults = {
  misfit: (reason) => new Fault("misfit", reason),
  trap: (reason) => new Fault("trap", reason),
};

/** What was thrown, one step further out. */
export function within(thrown: unknown, step: string): unknown {
  if (Fault.is(thrown)) thrown.path = step + thrown.path;
  return thrown;
}
