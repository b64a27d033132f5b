import { type Errno, errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_close | fd_close}. */
export function fdClose({ descriptors }: GuestProcess, fd: number): Errno {
  descriptors.close(fd);
  return errno.success;
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fd_renumber | fd_renumber}. */
export function fdRenumber({ descriptors }: GuestProcess, from: number, to: number): Errno {
  descriptors.renumber(from, to);
  return errno.success;
}
