/**
 * What is thrown through a guest when a host function failed, so that the fault is told from one of the engine's. It
 * never reaches a user: the call's edge turns it into a `PluginError` with the original as its cause.
 */
export class HostFailure extends Error {
  /** The import that failed: `env.log`. */
  readonly from: string;
  readonly code: "trap" | "bad-result";

  /** The failure for what a function threw: the one that it is, where the function only passes on what it called elsewhere. */
  static of(from: string, code: HostFailure["code"], cause: unknown): HostFailure {
    // Not by its prototype, which a proxy would be asked for, and might throw.
    const isOne = typeof cause === "object" && cause !== null && #isFailure in cause;
    return isOne ? cause : new HostFailure(from, code, cause);
  }

  readonly #isFailure = true;

  constructor(from: string, code: "trap" | "bad-result", cause: unknown) {
    super(`host function ${from} failed`, { cause });
    this.from = from;
    this.code = code;
  }
}
