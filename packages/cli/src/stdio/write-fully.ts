import { writeSync } from "node:fs";

/**
 * Writes all of it before it returns, waiting for a slow reader. A guest that writes without end is held back by this,
 * and a reader that went away is noticed at once (`EPIPE`), neither of which `process.stdout` does for code that never
 * gives the thread back.
 */
export function writeFully(fd: number, data: Uint8Array): void {
  let written = 0;
  while (written < data.length) {
    try {
      written += writeSync(fd, data, written);
    } catch (error) {
      if (!isSystemError(error, "EAGAIN")) throw error;
      waitForOtherSide();
    }
  }
}

/** Whether a stream or file took no more, such as one on a disk that is full. */
export function isWriteFault(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}

export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** Whoever shares the pipe or terminal may have made it non-blocking; there is no synchronous way to wait for it but time. */
export function waitForOtherSide(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
