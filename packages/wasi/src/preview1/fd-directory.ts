import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";

const prestatSize = 8;

/**
 * Libraries ask for 3, 4 and so on until they are told E8 BADF. No directory is open, so the first answer is that.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_prestat_get | fd_prestat_get}.
 */
export function fdPrestatGet({ memory }: GuestProcess, _fd: number, prestatAt: number): Errno {
  memory.check(prestatAt, prestatSize);
  throw new ErrnoSignal(errno.badf);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_prestat_dir_name |
 * fd_prestat_dir_name}.
 */
export function fdPrestatDirName(
  { memory, descriptors }: GuestProcess,
  fd: number,
  path: number,
  pathLength: number,
): Errno {
  memory.check(path, pathLength);
  descriptors.get(fd);
  throw new ErrnoSignal(errno.notdir);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_readdir | fd_readdir}. */
export function fdReaddir(
  process: GuestProcess,
  _fd: number,
  buffer: number,
  bufferLength: number,
  _cookie: bigint,
  usedAt: number,
): Errno {
  process.memory.check(buffer, bufferLength);
  process.memory.check(usedAt, 4);
  return requireDirectory(process);
}

/** What only a directory can do. No open descriptor is one, so that each of these ends with E8 BADF, as in wasmtime. */
export function requireDirectory({ denied }: GuestProcess): never {
  denied.add("files");
  throw new ErrnoSignal(errno.badf);
}
