import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { openFile } from "./open-file.ts";
import { demand, rights } from "./rights.ts";
import { newTimes } from "./time-flags.ts";

/** The largest size that POSIX can say: `off_t` has a sign. */
const largestSize = 2n ** 63n - 1n;

/**
 * Advice is heard and not followed: what is in memory is as near as it can be.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_advise | fd_advise}.
 */
export function fdAdvise(process: GuestProcess, fd: number, _offset: bigint, _length: bigint, advice: number): Errno {
  if (advice > 5) throw new ErrnoSignal(errno.inval);
  openFile(process, fd, rights.fdAdvise);
  return errno.success;
}

/**
 * Space cannot be set apart (E58): as in wasmtime, for not every file system can.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_allocate | fd_allocate}.
 */
export function fdAllocate(process: GuestProcess, fd: number, _offset: bigint, _length: bigint): Errno {
  openFile(process, fd, rights.fdAllocate);
  throw new ErrnoSignal(errno.notsup);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_datasync | fd_datasync}. */
export function fdDatasync(process: GuestProcess, fd: number): Errno {
  openFile(process, fd, rights.fdDatasync);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_sync | fd_sync}. */
export function fdSync(process: GuestProcess, fd: number): Errno {
  openFile(process, fd, rights.fdSync);
  return errno.success;
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_size |
 * fd_filestat_set_size}.
 */
export function fdFilestatSetSize(process: GuestProcess, fd: number, size: bigint): Errno {
  const { handle, writable } = openFile(process, fd, rights.fdFilestatSetSize);
  if (!writable || size > largestSize) throw new ErrnoSignal(errno.inval);
  handle.resize(Number(size));
  return errno.success;
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_times |
 * fd_filestat_set_times}.
 */
export function fdFilestatSetTimes(
  { descriptors }: GuestProcess,
  fd: number,
  accessed: bigint,
  modified: bigint,
  timeFlags: number,
): Errno {
  const times = newTimes(timeFlags, accessed, modified);
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "file" && descriptor.kind !== "directory") throw new ErrnoSignal(errno.badf);
  demand(descriptor, rights.fdFilestatSetTimes);
  descriptor.handle.setTimes(times);
  return errno.success;
}
