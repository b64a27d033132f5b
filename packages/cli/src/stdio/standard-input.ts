import { readSync } from "node:fs";
import { isSystemError, waitForOtherSide } from "./write-fully.ts";

const chunkBytes = 65_536;

/** The process's stdin as a guest reads it: it waits until there is something. */
export const standardInput: { read(maxBytes: number): Uint8Array | undefined } = {
  read(maxBytes) {
    const chunk = new Uint8Array(Math.min(maxBytes, chunkBytes));
    for (;;) {
      try {
        const size = readSync(0, chunk);
        return size === 0 ? undefined : chunk.subarray(0, size);
      } catch (error) {
        // Windows reports the end of a pipe so.
        if (isSystemError(error, "EOF")) return undefined;
        if (!isSystemError(error, "EAGAIN")) throw error;
        waitForOtherSide();
      }
    }
  },
};
