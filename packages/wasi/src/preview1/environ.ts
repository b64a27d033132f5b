import type { Errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";
import { writeTextSizes, writeTexts } from "./text-list.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#environ_get | environ_get}. */
export function environGet({ memory, capabilities }: GuestProcess, environ: number, environBuffer: number): Errno {
  return writeTexts(memory, capabilities.env, environ, environBuffer);
}

/**
 * See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#environ_sizes_get | environ_sizes_get}.
 */
export function environSizesGet({ memory, capabilities }: GuestProcess, countAt: number, bytesAt: number): Errno {
  return writeTextSizes(memory, capabilities.env, countAt, bytesAt);
}
