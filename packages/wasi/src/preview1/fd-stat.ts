import { fdflags } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import { filestatSize, writeFilestat } from "./filestat.ts";
import type { GuestProcess } from "./guest-process.ts";
import { demand, rights } from "./rights.ts";

const fdstatSize = 24;
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
  memory.writeU64(fdstatAt + 8, BigInt(descriptor.rightsBase));
  memory.writeU64(fdstatAt + 16, BigInt(descriptor.rightsInheriting));
  return errno.success;
}

/**
 * To append is what a file does from then on; that nothing is to be waited for is kept for the guest to find again. A
 * stream of the host has no mode that a plugin could set, and a directory none at all (E8). Synchronised output is not
 * offered (E28, as in wasmtime).
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_fdstat_set_flags |
 * fd_fdstat_set_flags}.
 */
export function fdFdstatSetFlags({ descriptors }: GuestProcess, fd: number, flags: number): Errno {
  const descriptor = descriptors.get(fd);
  if (descriptor.kind === "directory") throw new ErrnoSignal(errno.badf);
  demand(descriptor, rights.fdFdstatSetFlags);
  if ((flags & ~settableFlags) !== 0) throw new ErrnoSignal(errno.inval);
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
  const gainsBase = (base & ~BigInt(descriptor.rightsBase)) !== 0n;
  const gainsInheriting = (inheriting & ~BigInt(descriptor.rightsInheriting)) !== 0n;
  if (gainsBase || gainsInheriting) throw new ErrnoSignal(errno.notcapable);
  descriptor.rightsBase = Number(base);
  descriptor.rightsInheriting = Number(inheriting);
  return errno.success;
}

/**
 * A stream has a type and nothing else to tell: device, inode, size and times are zero.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_filestat_get | fd_filestat_get}.
 */
export function fdFilestatGet({ memory, descriptors }: GuestProcess, fd: number, filestatAt: number): Errno {
  memory.check(filestatAt, filestatSize);
  const descriptor = descriptors.get(fd);
  demand(descriptor, rights.fdFilestatGet);
  if (descriptor.kind === "file" || descriptor.kind === "directory") {
    writeFilestat(memory, filestatAt, descriptor.handle.stat());
    return errno.success;
  }
  memory.clear(filestatAt, filestatSize);
  memory.writeU8(filestatAt + 16, descriptor.filetype);
  return errno.success;
}
