import type { Errno } from "./errno.ts";
import type { GuestProcess } from "./guest-process.ts";
import { writeTextSizes, writeTexts } from "./text-list.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#args_get | args_get}. */
export function argsGet({ memory, capabilities }: GuestProcess, argv: number, argvBuffer: number): Errno {
  return writeTexts(memory, capabilities.args, argv, argvBuffer);
}

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#args_sizes_get | args_sizes_get}. */
export function argsSizesGet({ memory, capabilities }: GuestProcess, countAt: number, bytesAt: number): Errno {
  return writeTextSizes(memory, capabilities.args, countAt, bytesAt);
}
