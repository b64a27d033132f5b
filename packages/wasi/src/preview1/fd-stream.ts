import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { gather, readIovecs, scatter, transferSize } from "./iovec.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_read | fd_read}. */
export function fdRead(
  { memory, descriptors }: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  readAt: number,
): Errno {
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(readAt, 4);
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "input") throw new ErrnoSignal(errno.badf);
  const size = transferSize(iovecs);
  // A read of nothing must not take anything from the source, nor wait for it.
  const chunk = size === 0 ? undefined : descriptor.input.read(size);
  if (chunk?.length === 0) throw new ErrnoSignal(errno.again);
  if (chunk !== undefined) scatter(memory, iovecs, chunk);
  memory.writeU32(readAt, chunk?.length ?? 0);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_write | fd_write}. */
export function fdWrite(
  { memory, descriptors }: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  writtenAt: number,
): Errno {
  const iovecs = readIovecs(memory, iovs, iovsLength);
  memory.check(writtenAt, 4);
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "output") throw new ErrnoSignal(errno.badf);
  const size = transferSize(iovecs);
  descriptor.output.write(gather(memory, iovecs, size));
  memory.writeU32(writtenAt, size);
  return errno.success;
}

/**
 * A stream has no offset to read at.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_pread | fd_pread}.
 */
export function fdPread(
  { memory, descriptors }: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  _offset: bigint,
  readAt: number,
): Errno {
  readIovecs(memory, iovs, iovsLength);
  memory.check(readAt, 4);
  throw new ErrnoSignal(descriptors.get(fd).kind === "input" ? errno.spipe : errno.badf);
}

/**
 * A stream has no offset to write at.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_pwrite | fd_pwrite}.
 */
export function fdPwrite(
  { memory, descriptors }: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  _offset: bigint,
  writtenAt: number,
): Errno {
  readIovecs(memory, iovs, iovsLength);
  memory.check(writtenAt, 4);
  throw new ErrnoSignal(descriptors.get(fd).kind === "output" ? errno.spipe : errno.badf);
}

/**
 * A stream has no position to move.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_seek | fd_seek}.
 */
export function fdSeek(
  { memory, descriptors }: GuestProcess,
  fd: number,
  _offset: bigint,
  whence: number,
  positionAt: number,
): Errno {
  memory.check(positionAt, 8);
  descriptors.get(fd);
  throw new ErrnoSignal(whence > 2 ? errno.inval : errno.spipe);
}

/**
 * A stream has no position to tell.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_tell | fd_tell}.
 */
export function fdTell({ memory, descriptors }: GuestProcess, fd: number, positionAt: number): Errno {
  memory.check(positionAt, 8);
  descriptors.get(fd);
  throw new ErrnoSignal(errno.spipe);
}
