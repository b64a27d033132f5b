import type { Errno } from "./errno.ts";

/**
 * Thrown inside a function to end it with an error number; never seen outside. No Error, for a stack would cost and
 * tell nothing.
 */
export class ErrnoSignal {
  readonly errno: Errno;

  constructor(errno: Errno) {
    this.errno = errno;
  }
}
