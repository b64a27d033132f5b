/**
 * The error numbers that these functions answer with.
 *
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#errno | errno}.
 */
export const errno = {
  success: 0,
  again: 6,
  badf: 8,
  fault: 21,
  inval: 28,
  nametoolong: 37,
  notdir: 54,
  notsock: 57,
  notsup: 58,
  spipe: 70,
  notcapable: 76,
} as const;

export type Errno = (typeof errno)[keyof typeof errno];
