/**
 * Frames that the engine keeps of a trap in a plugin that has names. Its own limit is 10 as a rule, and a panic in Rust is
 * as deep before the plugin's first function comes.
 */
export const traceDepth = 64;

/** Whether this engine bounds its stack traces by `Error.stackTraceLimit`, and lets us change it. */
export function canTraceDeeply(): boolean {
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
  return typeof limit?.value === "number" && limit.writable === true;
}

/** Does `work` with traces of {@link traceDepth} frames at least. */
export function tracingDeeply<Result>(work: () => Result): Result {
  if (!canTraceDeeply()) return work();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.max(limit, traceDepth);
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
