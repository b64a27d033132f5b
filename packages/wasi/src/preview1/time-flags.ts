import type { NewTimes } from "../tree/stat.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

const fstflags = { atim: 1, atimNow: 2, mtim: 4, mtimNow: 8 } as const;

/**
 * The times to be set. Refuses flags that there are not, and a time that is to be both the given one and that of now.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fstflags | fstflags}.
 */
export function newTimes(flags: number, accessed: bigint, modified: bigint): NewTimes {
  const [accessedFlags, modifiedFlags] = [fstflags.atim | fstflags.atimNow, fstflags.mtim | fstflags.mtimNow];
  const unknown = (flags & ~(accessedFlags | modifiedFlags)) !== 0;
  if (unknown || (flags & accessedFlags) === accessedFlags || (flags & modifiedFlags) === modifiedFlags) {
    throw new ErrnoSignal(errno.inval);
  }
  return {
    accessed: (flags & fstflags.atim) !== 0 ? accessed : (flags & fstflags.atimNow) !== 0 ? "now" : undefined,
    modified: (flags & fstflags.mtim) !== 0 ? modified : (flags & fstflags.mtimNow) !== 0 ? "now" : undefined,
  };
}
