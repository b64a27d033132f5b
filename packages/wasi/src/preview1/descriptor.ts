import type { InputStream } from "../capabilities/input.ts";
import type { OutputStream } from "../capabilities/output.ts";
import { inputRights, outputRights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filetype | filetype}. */
const filetype = { unknown: 0, characterDevice: 2 } as const;

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fdflags | fdflags}. */
export const fdflags = { append: 1, dsync: 2, nonblock: 4, rsync: 8, sync: 16 } as const;

/** What every open descriptor has, whatever is behind it. */
interface DescriptorState {
  readonly filetype: number;
  flags: number;
  rightsBase: bigint;
  rightsInheriting: bigint;
}

export interface InputDescriptor extends DescriptorState {
  readonly kind: "input";
  readonly input: InputStream;
}

export interface OutputDescriptor extends DescriptorState {
  readonly kind: "output";
  readonly output: OutputStream;
}

export type Descriptor = InputDescriptor | OutputDescriptor;

export function inputDescriptor(input: InputStream): InputDescriptor {
  return {
    kind: "input",
    input,
    filetype: filetype.unknown,
    flags: 0,
    rightsBase: inputRights,
    rightsInheriting: 0n,
  };
}

export function outputDescriptor(output: OutputStream): OutputDescriptor {
  return {
    kind: "output",
    output,
    filetype: output.terminal ? filetype.characterDevice : filetype.unknown,
    flags: 0,
    rightsBase: outputRights,
    rightsInheriting: 0n,
  };
}
