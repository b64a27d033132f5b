import { maxIovecs, maxTransferBytes } from "../limits.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** A region of guest memory for scatter/gather reads and writes. */
export interface Iovec {
  readonly pointer: number;
  readonly length: number;
}

const iovecSize = 8;

/**
 * Reads an `iovec_array` or `ciovec_array` once, so that another thread cannot change it after the check, and checks
 * every region. Regions may overlap: their number and the bytes a call are bounded, not their sum.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#iovec | iovec}.
 */
export function readIovecs(memory: GuestMemory, pointer: number, count: number): readonly Iovec[] {
  if (count > maxIovecs) throw new ErrnoSignal(errno.inval);
  memory.check(pointer, count * iovecSize);
  return Array.from({ length: count }, (_, index) => {
    const at = pointer + index * iovecSize;
    const iovec = { pointer: memory.readU32(at), length: memory.readU32(at + 4) };
    memory.check(iovec.pointer, iovec.length);
    return iovec;
  });
}

/** The bytes that one call moves through these regions at most. */
export function transferSize(iovecs: readonly Iovec[]): number {
  return Math.min(
    iovecs.reduce((sum, { length }) => sum + length, 0),
    maxTransferBytes,
  );
}

/** Copies the first `size` bytes of the regions out of the guest. */
export function gather(memory: GuestMemory, iovecs: readonly Iovec[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const { pointer, length } of iovecs) {
    const part = memory.view(pointer, Math.min(length, size - filled));
    bytes.set(part, filled);
    filled += part.length;
  }
  return bytes;
}

/** Copies the bytes into the regions, one after the other. */
export function scatter(memory: GuestMemory, iovecs: readonly Iovec[], bytes: Uint8Array): void {
  let taken = 0;
  for (const { pointer, length } of iovecs) {
    const part = bytes.subarray(taken, taken + length);
    memory.writeBytes(pointer, part);
    taken += part.length;
  }
}
