/** Whether a plugin that runs elsewhere waits for it. Throws what looking at it throws. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
