import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";

const symlinkFollow = 1;

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#lookupflags | lookupflags}. */
export function follows(flags: number): boolean {
  if ((flags & ~symlinkFollow) !== 0) throw new ErrnoSignal(errno.inval);
  return flags === symlinkFollow;
}
