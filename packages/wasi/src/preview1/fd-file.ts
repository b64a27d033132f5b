import { type Errno, errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";
import { Refusal } from "./refusal.ts";
import { checkTimeFlags } from "./time-flags.ts";

/** What only a file can do. No open descriptor is a file, so that each of these ends with E8 BADF, as in wasmtime. */
function requireFile(_process: GuestProcess, _fd: number): never {
  throw new Refusal(errno.badf);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_advise */
export function fdAdvise(process: GuestProcess, fd: number, _offset: bigint, _length: bigint, advice: number): Errno {
  if (advice > 5) throw new Refusal(errno.inval);
  return requireFile(process, fd);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_allocate */
export function fdAllocate(process: GuestProcess, fd: number, _offset: bigint, _length: bigint): Errno {
  return requireFile(process, fd);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_datasync */
export function fdDatasync(process: GuestProcess, fd: number): Errno {
  return requireFile(process, fd);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_sync */
export function fdSync(process: GuestProcess, fd: number): Errno {
  return requireFile(process, fd);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_size */
export function fdFilestatSetSize(process: GuestProcess, fd: number, _size: bigint): Errno {
  return requireFile(process, fd);
}

/** https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_set_times */
export function fdFilestatSetTimes(
  process: GuestProcess,
  fd: number,
  _accessed: bigint,
  _modified: bigint,
  timeFlags: number,
): Errno {
  checkTimeFlags(timeFlags);
  return requireFile(process, fd);
}
