import { fdflags } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";

const fdstatSize = 24;
const filestatSize = 64;
const allFlags = fdflags.append | fdflags.dsync | fdflags.nonblock | fdflags.rsync | fdflags.sync;
const settableFlags = fdflags.append | fdflags.nonblock;

/**
 * Layout: {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fdstat | fdstat}.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_fdstat_get | fd_fdstat_get}.
 */
export function fdFdstatGet({ memory, descriptors }: GuestProcess, fd: number, fdstatAt: number): Errno {
  memory.check(fdstatAt, fdstatSize);
  const descriptor = descriptors.get(fd);
  memory.clear(fdstatAt, fdstatSize);
  memory.writeU8(fdstatAt, descriptor.filetype);
  memory.writeU16(fdstatAt + 2, descriptor.flags);
  memory.writeU64(fdstatAt + 8, descriptor.rightsBase);
  memory.writeU64(fdstatAt + 16, descriptor.rightsInheriting);
  return errno.success;
}

/**
 * The flags are kept for the guest to find again. They change nothing yet: a stream of the host has no mode that a
 * plugin could set. Synchronised output is not offered (E58).
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_fdstat_set_flags |
 * fd_fdstat_set_flags}.
 */
export function fdFdstatSetFlags({ descriptors }: GuestProcess, fd: number, flags: number): Errno {
  const descriptor = descriptors.get(fd);
  if ((flags & ~allFlags) !== 0) throw new ErrnoSignal(errno.inval);
  if ((flags & ~settableFlags) !== 0) throw new ErrnoSignal(errno.notsup);
  descriptor.flags = flags;
  return errno.success;
}

/**
 * Rights can be dropped and never come back (E76).
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_fdstat_set_rights |
 * fd_fdstat_set_rights}.
 */
export function fdFdstatSetRights({ descriptors }: GuestProcess, fd: number, base: bigint, inheriting: bigint): Errno {
  const descriptor = descriptors.get(fd);
  if ((base & ~descriptor.rightsBase) !== 0n || (inheriting & ~descriptor.rightsInheriting) !== 0n) {
    throw new ErrnoSignal(errno.notcapable);
  }
  descriptor.rightsBase = base;
  descriptor.rightsInheriting = inheriting;
  return errno.success;
}

/**
 * A stream has a type and nothing else to tell: device, inode, size and times are zero.
 *
 * Layout: {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filestat | filestat}.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_get | fd_filestat_get}.
 */
export function fdFilestatGet({ memory, descriptors }: GuestProcess, fd: number, filestatAt: number): Errno {
  memory.check(filestatAt, filestatSize);
  const descriptor = descriptors.get(fd);
  memory.clear(filestatAt, filestatSize);
  memory.writeU8(filestatAt + 16, descriptor.filetype);
  return errno.success;
}
