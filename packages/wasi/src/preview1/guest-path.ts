import { maxPathBytes } from "../limits.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestMemory } from "./guest-memory.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A path as text: E37 for one that is too long, E21 where it is not all in memory, E25 for what is no UTF-8. */
export function readPath(memory: GuestMemory, pointer: number, length: number): string {
  // The bound leaves room for C's NUL.
  if (length >= maxPathBytes) throw new ErrnoSignal(errno.nametoolong);
  // A copy, for a decoder takes no memory that threads share.
  const bytes = memory.view(pointer, length).slice();
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ErrnoSignal(errno.ilseq);
  }
}
