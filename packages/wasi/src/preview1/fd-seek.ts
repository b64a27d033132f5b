import type { FileDescriptor } from "./descriptor.ts";
import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { demand, rights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#whence | whence}. */
const whences = { set: 0, cur: 1, end: 2 } as const;

/**
 * To tell the position, by going nowhere from where it is, takes the right to tell alone. A position beyond 2^53 - 1 is
 * E28: no file is so large.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_seek | fd_seek}.
 */
export function fdSeek(process: GuestProcess, fd: number, offset: bigint, whence: number, positionAt: number): Errno {
  process.memory.check(positionAt, 8);
  const tells = whence === whences.cur && offset === 0n;
  const descriptor = seekable(process, fd, whence, tells ? rights.fdTell : rights.fdSeek | rights.fdTell);
  const from = whence === whences.set ? 0 : whence === whences.cur ? descriptor.position : descriptor.handle.size;
  const position = BigInt(from) + BigInt.asIntN(64, offset);
  if (position < 0n || position > Number.MAX_SAFE_INTEGER) throw new ErrnoSignal(errno.inval);
  descriptor.position = Number(position);
  process.memory.writeU64(positionAt, position);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_tell | fd_tell}. */
export function fdTell(process: GuestProcess, fd: number, positionAt: number): Errno {
  process.memory.check(positionAt, 8);
  const { position } = seekable(process, fd, whences.cur, rights.fdTell);
  process.memory.writeU64(positionAt, BigInt(position));
  return errno.success;
}

/** E70 for a stream, which has no position, and E8 for a directory. */
function seekable({ descriptors }: GuestProcess, fd: number, whence: number, wanted: number): FileDescriptor {
  const descriptor = descriptors.get(fd);
  if (whence > whences.end) throw new ErrnoSignal(errno.inval);
  if (descriptor.kind === "directory") throw new ErrnoSignal(errno.badf);
  if (descriptor.kind !== "file") throw new ErrnoSignal(errno.spipe);
  demand(descriptor, wanted);
  return descriptor;
}
