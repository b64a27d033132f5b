import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { readPath } from "./guest-path.ts";
import type { GuestProcess } from "./guest-process.ts";
import { follows } from "./lookup-flags.ts";
import { openDirectory } from "./open-directory.ts";
import { rights } from "./rights.ts";

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_create_directory |
 * path_create_directory}.
 */
export function pathCreateDirectory(process: GuestProcess, fd: number, path: number, pathLength: number): Errno {
  const text = readPath(process.memory, path, pathLength);
  openDirectory(process, fd, rights.pathCreateDirectory).handle.createDirectoryAt(text);
  return errno.success;
}

/**
 * A symlink at the end of the path is itself given one more name; to follow it is E28, as in wasmtime.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_link | path_link}.
 */
export function pathLink(
  process: GuestProcess,
  oldFd: number,
  oldLookupFlags: number,
  oldPath: number,
  oldPathLength: number,
  newFd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  const from = readPath(process.memory, oldPath, oldPathLength);
  const to = readPath(process.memory, newPath, newPathLength);
  const source = openDirectory(process, oldFd, rights.pathLinkSource);
  const target = openDirectory(process, newFd, rights.pathLinkTarget);
  if (follows(oldLookupFlags)) throw new ErrnoSignal(errno.inval);
  source.handle.linkAt(from, target.handle, to);
  return errno.success;
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_remove_directory |
 * path_remove_directory}.
 */
export function pathRemoveDirectory(process: GuestProcess, fd: number, path: number, pathLength: number): Errno {
  const text = readPath(process.memory, path, pathLength);
  openDirectory(process, fd, rights.pathRemoveDirectory).handle.removeDirectoryAt(text);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_rename | path_rename}. */
export function pathRename(
  process: GuestProcess,
  oldFd: number,
  oldPath: number,
  oldPathLength: number,
  newFd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  const from = readPath(process.memory, oldPath, oldPathLength);
  const to = readPath(process.memory, newPath, newPathLength);
  const source = openDirectory(process, oldFd, rights.pathRenameSource);
  const target = openDirectory(process, newFd, rights.pathRenameTarget);
  source.handle.renameAt(from, target.handle, to);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_symlink | path_symlink}. */
export function pathSymlink(
  process: GuestProcess,
  oldPath: number,
  oldPathLength: number,
  fd: number,
  newPath: number,
  newPathLength: number,
): Errno {
  const target = readPath(process.memory, oldPath, oldPathLength);
  const text = readPath(process.memory, newPath, newPathLength);
  openDirectory(process, fd, rights.pathSymlink).handle.symlinkAt(target, text);
  return errno.success;
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_unlink_file | path_unlink_file}.
 */
export function pathUnlinkFile(process: GuestProcess, fd: number, path: number, pathLength: number): Errno {
  const text = readPath(process.memory, path, pathLength);
  openDirectory(process, fd, rights.pathUnlinkFile).handle.unlinkAt(text);
  return errno.success;
}
