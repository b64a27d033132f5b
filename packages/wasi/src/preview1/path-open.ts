import {
  type Descriptor,
  type DirectoryDescriptor,
  directoryDescriptor,
  type FileMode,
  fdflags,
  fileDescriptor,
} from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { readPath } from "./guest-path.ts";
import type { GuestProcess } from "./guest-process.ts";
import { follows } from "./lookup-flags.ts";
import { noteMissingFiles } from "./open-directory.ts";
import { demand, rights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#oflags | oflags}. */
const oflags = { creat: 1, directory: 2, excl: 4, trunc: 8 } as const;

const allOpenFlags = oflags.creat | oflags.directory | oflags.excl | oflags.trunc;
const synchronous = fdflags.dsync | fdflags.rsync | fdflags.sync;
const allFdFlags = synchronous | fdflags.append | fdflags.nonblock;

/**
 * The rights that are asked for say whether a file is to be read from and written to. For the rest of them a descriptor
 * gets what the directory hands on, as in wasmtime: programs ask for more than there are, and for none of those they use.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#path_open | path_open}.
 */
export function pathOpen(
  process: GuestProcess,
  fd: number,
  lookupFlags: number,
  path: number,
  pathLength: number,
  openFlags: number,
  rightsBase: bigint,
  _rightsInheriting: bigint,
  flags: number,
  openedAt: number,
): Errno {
  const text = readPath(process.memory, path, pathLength);
  process.memory.check(openedAt, 4);
  if ((openFlags & ~allOpenFlags) !== 0 || (flags & ~allFdFlags) !== 0) throw new ErrnoSignal(errno.inval);
  if ((flags & synchronous) !== 0) throw new ErrnoSignal(errno.notsup);
  const create = (openFlags & oflags.creat) !== 0;
  const truncate = (openFlags & oflags.trunc) !== 0;
  const directory = parentDirectory(process, fd);
  demand(directory, rights.pathOpen);
  if (create) demand(directory, rights.pathCreateFile);
  if (truncate) demand(directory, rights.pathFilestatSetSize);
  const mode = openMode(directory, rightsBase, flags);
  const handle = directory.handle.openAt(text, {
    follow: follows(lookupFlags),
    create,
    exclusive: (openFlags & oflags.excl) !== 0,
    directory: (openFlags & oflags.directory) !== 0,
    truncate,
    write: mode.writable,
  });
  const inheriting = directory.rightsInheriting;
  const descriptor: Descriptor =
    handle.kind === "file" ? fileDescriptor(handle, inheriting, mode) : directoryDescriptor(handle, inheriting);
  process.memory.writeU32(openedAt, process.descriptors.open(descriptor));
  return errno.success;
}

/** E54 for a file, where the other functions say E8, as in wasmtime. */
function parentDirectory(process: GuestProcess, fd: number): DirectoryDescriptor {
  const descriptor = process.descriptors.find(fd);
  if (descriptor?.kind === "directory") return descriptor;
  noteMissingFiles(process);
  throw new ErrnoSignal(descriptor?.kind === "file" ? errno.notdir : errno.badf);
}

/** What is opened for nothing can be read from, as in wasmtime. */
function openMode(directory: DirectoryDescriptor, rightsBase: bigint, flags: number): FileMode {
  const asked = Number(BigInt.asUintN(30, rightsBase)) & (rights.fdRead | rights.fdWrite);
  if ((asked & ~directory.rightsInheriting) !== 0) throw new ErrnoSignal(errno.notcapable);
  const writable = (asked & rights.fdWrite) !== 0;
  return { writable, readable: !writable || (asked & rights.fdRead) !== 0, flags };
}
