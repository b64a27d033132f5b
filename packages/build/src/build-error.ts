interface BuildErrorDetails {
  readonly cause?: unknown;
  readonly output?: string;
}

/** A guest could not be built. The message reads `cannot <action>: <reason>`, with the compiler's output below it. */
export class BuildError extends Error {
  override readonly name = "BuildError";
  /** What a program told people before it gave up. It is in the message too. */
  readonly output: string | undefined;

  constructor(action: string, reason: string, { cause, output }: BuildErrorDetails = {}) {
    super(`cannot ${action}: ${reason}`, cause === undefined ? undefined : { cause });
    this.output = output;
  }
}
