import { type Errno, errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { readIovecs } from "./iovec.ts";

/** E8 for what is not open, E57 for what is: no descriptor is a socket. */
function requireSocket({ descriptors, denied }: GuestProcess, fd: number): never {
  descriptors.get(fd);
  denied.add("sockets");
  throw new ErrnoSignal(errno.notsock);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#sock_accept | sock_accept}. */
export function sockAccept(process: GuestProcess, fd: number, _flags: number, openedAt: number): Errno {
  process.memory.check(openedAt, 4);
  return requireSocket(process, fd);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#sock_recv | sock_recv}. */
export function sockRecv(
  process: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  _flags: number,
  receivedAt: number,
  flagsAt: number,
): Errno {
  readIovecs(process.memory, iovs, iovsLength);
  process.memory.check(receivedAt, 4);
  process.memory.check(flagsAt, 2);
  return requireSocket(process, fd);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#sock_send | sock_send}. */
export function sockSend(
  process: GuestProcess,
  fd: number,
  iovs: number,
  iovsLength: number,
  _flags: number,
  sentAt: number,
): Errno {
  readIovecs(process.memory, iovs, iovsLength);
  process.memory.check(sentAt, 4);
  return requireSocket(process, fd);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#sock_shutdown | sock_shutdown}. */
export function sockShutdown(process: GuestProcess, fd: number, _how: number): Errno {
  return requireSocket(process, fd);
}
