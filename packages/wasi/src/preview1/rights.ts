/**
 * What a descriptor may be used for. They are kept because C libraries look at them and programs drop them; what a
 * plugin may do is decided by its grant alone.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#rights | rights}.
 */
const rights = {
  fd_read: 1n << 1n,
  fd_fdstat_set_flags: 1n << 3n,
  fd_write: 1n << 6n,
  fd_filestat_get: 1n << 21n,
  poll_fd_readwrite: 1n << 27n,
} as const;

const stream = rights.fd_fdstat_set_flags | rights.fd_filestat_get | rights.poll_fd_readwrite;

/** No right to seek or tell: that is how wasi-libc's `isatty` knows a terminal from a device with a position. */
export const inputRights: bigint = stream | rights.fd_read;
export const outputRights: bigint = stream | rights.fd_write;
