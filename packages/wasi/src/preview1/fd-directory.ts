import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";

const prestatSize = 8;

/**
 * Libraries ask for 3, 4 and so on until they are told E8 BADF.
 *
 * Layout: {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#prestat | prestat}.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_prestat_get | fd_prestat_get}.
 */
export function fdPrestatGet({ memory, descriptors }: GuestProcess, fd: number, prestatAt: number): Errno {
  memory.check(prestatAt, prestatSize);
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "directory" || descriptor.preopened === undefined) throw new ErrnoSignal(errno.badf);
  memory.clear(prestatAt, prestatSize);
  memory.writeU32(prestatAt + 4, descriptor.preopened.length);
  return errno.success;
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
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "directory" || descriptor.preopened === undefined) throw new ErrnoSignal(errno.notdir);
  if (descriptor.preopened.length > pathLength) throw new ErrnoSignal(errno.nametoolong);
  memory.writeBytes(path, descriptor.preopened);
  return errno.success;
}
