import { type Errno, errno } from "./errno.ts";
import { filestatSize, writeFilestat } from "./filestat.ts";
import { readPath } from "./guest-path.ts";
import type { GuestProcess } from "./guest-process.ts";
import { follows } from "./lookup-flags.ts";
import { openDirectory } from "./open-directory.ts";
import { rights } from "./rights.ts";
import { newTimes } from "./time-flags.ts";

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_filestat_get | path_filestat_get}.
 */
export function pathFilestatGet(
  process: GuestProcess,
  fd: number,
  lookupFlags: number,
  path: number,
  pathLength: number,
  filestatAt: number,
): Errno {
  const { memory } = process;
  const text = readPath(memory, path, pathLength);
  memory.check(filestatAt, filestatSize);
  const { handle } = openDirectory(process, fd, rights.pathFilestatGet);
  writeFilestat(memory, filestatAt, handle.statAt(text, follows(lookupFlags) ? "follow" : "no-follow"));
  return errno.success;
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_filestat_set_times |
 * path_filestat_set_times}.
 */
export function pathFilestatSetTimes(
  process: GuestProcess,
  fd: number,
  lookupFlags: number,
  path: number,
  pathLength: number,
  accessed: bigint,
  modified: bigint,
  timeFlags: number,
): Errno {
  const text = readPath(process.memory, path, pathLength);
  const times = newTimes(timeFlags, accessed, modified);
  const { handle } = openDirectory(process, fd, rights.pathFilestatSetTimes);
  handle.setTimesAt(text, follows(lookupFlags) ? "follow" : "no-follow", times);
  return errno.success;
}

/**
 * What does not fit the buffer is left out, and no error.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_readlink | path_readlink}.
 */
export function pathReadlink(
  process: GuestProcess,
  fd: number,
  path: number,
  pathLength: number,
  buffer: number,
  bufferLength: number,
  usedAt: number,
): Errno {
  const { memory } = process;
  const text = readPath(memory, path, pathLength);
  memory.check(buffer, bufferLength);
  memory.check(usedAt, 4);
  const { handle } = openDirectory(process, fd, rights.pathReadlink);
  const target = new TextEncoder().encode(handle.readlinkAt(text)).subarray(0, bufferLength);
  memory.writeBytes(buffer, target);
  memory.writeU32(usedAt, target.length);
  return errno.success;
}
