import { maxPathBytes } from "../limits.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { requireDirectory } from "./fd-directory.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { GuestProcess } from "./guest-process.ts";
import { checkTimeFlags } from "./time-flags.ts";

const filestatSize = 64;

/** E37 for a path that is too long, E21 for one that is not all in memory. The bound leaves room for C's NUL. */
function checkPath(memory: GuestMemory, pointer: number, length: number): void {
  if (length >= maxPathBytes) throw new ErrnoSignal(errno.nametoolong);
  memory.check(pointer, length);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_create_directory |
 * path_create_directory}.
 */
export function pathCreateDirectory(process: GuestProcess, _fd: number, path: number, pathLength: number): Errno {
  checkPath(process.memory, path, pathLength);
  return requireDirectory(process);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_filestat_get | path_filestat_get}.
 */
export function pathFilestatGet(
  process: GuestProcess,
  _fd: number,
  _lookupFlags: number,
  path: number,
  pathLength: number,
  filestatAt: number,
): Errno {
  checkPath(process.memory, path, pathLength);
  process.memory.check(filestatAt, filestatSize);
  return requireDirectory(process);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_filestat_set_times |
 * path_filestat_set_times}.
 */
export function pathFilestatSetTimes(
  process: GuestProcess,
  _fd: number,
  _lookupFlags: number,
  path: number,
  pathLength: number,
  _accessed: bigint,
  _modified: bigint,
  timeFlags: number,
): Errno {
  checkPath(process.memory, path, pathLength);
  checkTimeFlags(timeFlags);
  return requireDirectory(process);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_link | path_link}. */
export function pathLink(
  process: GuestProcess,
  _oldFd: number,
  _oldLookupFlags: number,
  oldPath: number,
  oldPathLength: number,
  _newFd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  checkPath(process.memory, oldPath, oldPathLength);
  checkPath(process.memory, newPath, newPathLength);
  return requireDirectory(process);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_open | path_open}. */
export function pathOpen(
  process: GuestProcess,
  _fd: number,
  _lookupFlags: number,
  path: number,
  pathLength: number,
  _openFlags: number,
  _rightsBase: bigint,
  _rightsInheriting: bigint,
  _fdFlags: number,
  openedAt: number,
): Errno {
  checkPath(process.memory, path, pathLength);
  process.memory.check(openedAt, 4);
  return requireDirectory(process);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_readlink | path_readlink}. */
export function pathReadlink(
  process: GuestProcess,
  _fd: number,
  path: number,
  pathLength: number,
  buffer: number,
  bufferLength: number,
  usedAt: number,
): Errno {
  checkPath(process.memory, path, pathLength);
  process.memory.check(buffer, bufferLength);
  process.memory.check(usedAt, 4);
  return requireDirectory(process);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_remove_directory |
 * path_remove_directory}.
 */
export function pathRemoveDirectory(process: GuestProcess, _fd: number, path: number, pathLength: number): Errno {
  checkPath(process.memory, path, pathLength);
  return requireDirectory(process);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_rename | path_rename}. */
export function pathRename(
  process: GuestProcess,
  _oldFd: number,
  oldPath: number,
  oldPathLength: number,
  _newFd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  checkPath(process.memory, oldPath, oldPathLength);
  checkPath(process.memory, newPath, newPathLength);
  return requireDirectory(process);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_symlink | path_symlink}. */
export function pathSymlink(
  process: GuestProcess,
  oldPath: number,
  oldPathLength: number,
  _fd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  checkPath(process.memory, oldPath, oldPathLength);
  checkPath(process.memory, newPath, newPathLength);
  return requireDirectory(process);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_unlink_file | path_unlink_file}.
 */
export function pathUnlinkFile(process: GuestProcess, _fd: number, path: number, pathLength: number): Errno {
  checkPath(process.memory, path, pathLength);
  return requireDirectory(process);
}
