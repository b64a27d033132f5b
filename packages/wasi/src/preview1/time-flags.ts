import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

const fstflags = { atim: 1, atimNow: 2, mtim: 4, mtimNow: 8 } as const;

/**
 * Refuses flags that there are not, and a time that is to be both the given one and that of now.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fstflags | fstflags}.
 */
export function checkTimeFlags(flags: number): void {
  const accessed = fstflags.atim | fstflags.atimNow;
  const modified = fstflags.mtim | fstflags.mtimNow;
  const unknown = (flags & ~(accessed | modified)) !== 0;
  if (unknown || (flags & accessed) === accessed || (flags & modified) === modified) throw new ErrnoSignal(errno.inval);
}
