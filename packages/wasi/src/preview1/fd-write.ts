import { type FileDescriptor, fdflags, type OutputDescriptor } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { GuestProcess } from "./guest-process.ts";
import { gather, type Iovec, readIovecs, transferSize } from "./iovec.ts";
import { demand, rights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_write | fd_write}. */
export function fdWrite(process: GuestProcess, fd: number, iovs: number, iovsLength: number, writtenAt: number): Errno {
  const { memory } = process;
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(writtenAt, 4);
  const descriptor = writable(process, fd);
  const size = transferSize(iovecs);
  if (descriptor.kind === "output") descriptor.output.write(gather(memory, iovecs, size));
  else descriptor.position = writeFile(memory, descriptor, iovecs, descriptor.position);
  memory.writeU32(writtenAt, size);
  return errno.success;
}

/**
 * A stream has no offset to write at. What is opened to append to appends here too, as on Linux.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_pwrite | fd_pwrite}.
 */
export function fdPwrite(
  process: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  offset: bigint,
  writtenAt: number,
): Errno {
  const { memory } = process;
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(writtenAt, 4);
  const descriptor = writable(process, fd);
  if (descriptor.kind === "output") throw new ErrnoSignal(errno.spipe);
  writeFile(memory, descriptor, iovecs, Number(offset));
  memory.writeU32(writtenAt, transferSize(iovecs));
  return errno.success;
}

function writable({ descriptors }: GuestProcess, fd: number): OutputDescriptor | FileDescriptor {
  const descriptor = descriptors.get(fd);
  const opened = descriptor.kind === "output" || (descriptor.kind === "file" && descriptor.writable);
  if (!opened) throw new ErrnoSignal(errno.badf);
  demand(descriptor, rights.fdWrite);
  return descriptor;
}

/** Writes all of it or nothing, and gives the offset after it. */
function writeFile(
  memory: GuestMemory,
  { handle, flags }: FileDescriptor,
  iovecs: readonly Iovec[],
  offset: number,
): number {
  const size = transferSize(iovecs);
  const [first] = iovecs;
  const bytes =
    first !== undefined && first.length >= size ? memory.view(first.pointer, size) : gather(memory, iovecs, size);
  if ((flags & fdflags.append) !== 0) return handle.append(bytes);
  handle.write(offset, bytes);
  return offset + size;
}
