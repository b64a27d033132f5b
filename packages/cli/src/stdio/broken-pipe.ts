import { isSystemError } from "./write-fully.ts";

/** Whether at the bottom of an error the reader of a stream went away, as `head` does when it has enough. */
export function isBrokenPipe(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isSystemError(cause, "EPIPE")) return true;
  }
  return false;
}
