/** Whether a value is a promise; one that cannot be looked at is none, and whoever checks what it is refuses it. */
export function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return value instanceof Promise;
  } catch {
    // A proxy that throws when it is asked for its prototype.
    return false;
  }
}
