import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { checkTimeFlags } from "./time-flags.ts";

/** What only a file can do. No open descriptor is a file, so that each of these ends with E8 BADF, as in wasmtime. */
function requireFile(): never {
  throw new ErrnoSignal(errno.badf);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_advise | fd_advise}. */
export function fdAdvise(_process: GuestProcess, _fd: number, _offset: bigint, _length: bigint, advice: number): Errno {
  if (advice > 5) throw new ErrnoSignal(errno.inval);
  return requireFile();
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_allocate | fd_allocate}. */
export function fdAllocate(_process: GuestProcess, _fd: number, _offset: bigint, _length: bigint): Errno {
  return requireFile();
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_datasync | fd_datasync}. */
export function fdDatasync(_process: GuestProcess, _fd: number): Errno {
  return requireFile();
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_sync | fd_sync}. */
export function fdSync(_process: GuestProcess, _fd: number): Errno {
  return requireFile();
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_size |
 * fd_filestat_set_size}.
 */
export function fdFilestatSetSize(_process: GuestProcess, _fd: number, _size: bigint): Errno {
  return requireFile();
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_times |
 * fd_filestat_set_times}.
 */
export function fdFilestatSetTimes(
  _process: GuestProcess,
  _fd: number,
  _accessed: bigint,
  _modified: bigint,
  timeFlags: number,
): Errno {
  checkTimeFlags(timeFlags);
  return requireFile();
}
