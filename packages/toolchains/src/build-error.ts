/** A guest could not be built. The message reads `cannot <action>: <reason>`, with the compiler's output below it. */
export class BuildError extends Error {
  override readonly name = "BuildError";

  constructor(action: string, reason: string, cause?: unknown) {
    super(`cannot ${action}: ${reason}`, cause === undefined ? undefined : { cause });
  }
}
