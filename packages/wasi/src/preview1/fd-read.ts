import type { FileDescriptor, InputDescriptor } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { GuestProcess } from "./guest-process.ts";
import { type Iovec, readIovecs, scatter, transferSize } from "./iovec.ts";
import { demand, rights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_read | fd_read}. */
export function fdRead(process: GuestProcess, fd: number, iovs: number, iovsLength: number, readAt: number): Errno {
  const { memory } = process;
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(readAt, 4);
  const descriptor = readable(process, fd);
  let read: number;
  if (descriptor.kind === "input") {
    read = readStream(memory, descriptor, iovecs);
  } else {
    read = readFile(memory, descriptor, iovecs, descriptor.position);
    descriptor.position += read;
  }
  memory.writeU32(readAt, read);
  return errno.success;
}

/**
 * A stream has no offset to read at.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_pread | fd_pread}.
 */
export function fdPread(
  process: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  offset: bigint,
  readAt: number,
): Errno {
  const { memory } = process;
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(readAt, 4);
  const descriptor = readable(process, fd);
  if (descriptor.kind === "input") throw new ErrnoSignal(errno.spipe);
  memory.writeU32(readAt, readFile(memory, descriptor, iovecs, Number(offset)));
  return errno.success;
}

function readable({ descriptors }: GuestProcess, fd: number): InputDescriptor | FileDescriptor {
  const descriptor = descriptors.get(fd);
  const opened = descriptor.kind === "input" || (descriptor.kind === "file" && descriptor.readable);
  if (!opened) throw new ErrnoSignal(errno.badf);
  demand(descriptor, rights.fdRead);
  return descriptor;
}

function readStream(memory: GuestMemory, { input }: InputDescriptor, iovecs: readonly Iovec[]): number {
  const size = transferSize(iovecs);
  // A read of nothing must not take anything from the source, nor wait for it.
  const chunk = size === 0 ? undefined : input.read(size);
  if (chunk === undefined) return 0;
  if (chunk.length === 0) throw new ErrnoSignal(errno.again);
  scatter(memory, iovecs, chunk);
  return chunk.length;
}

/** Straight from the file into the guest: there is no copy between them. */
function readFile(memory: GuestMemory, { handle }: FileDescriptor, iovecs: readonly Iovec[], offset: number): number {
  let left = transferSize(iovecs);
  let total = 0;
  for (const { pointer, length } of iovecs) {
    const part = memory.view(pointer, Math.min(length, left));
    const read = handle.readInto(part, offset + total);
    total += read;
    left -= read;
    if (read < part.length) break;
  }
  return total;
}
