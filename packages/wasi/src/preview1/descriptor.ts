import type { InputStream } from "../capabilities/input.ts";
import type { OutputStream } from "../capabilities/output.ts";
import type { DirectoryHandle } from "../tree/directory-handle.ts";
import type { FileHandle } from "../tree/file-handle.ts";
import { DirectoryListing } from "./directory-listing.ts";
import { filetype } from "./filetype.ts";
import { directoryRights, fileRights, inputRights, outputRights, rights } from "./rights.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fdflags | fdflags}. */
export const fdflags = { append: 1, dsync: 2, nonblock: 4, rsync: 8, sync: 16 } as const;

/** What every open descriptor has, whatever is behind it. */
interface DescriptorState {
  readonly filetype: number;
  flags: number;
  rightsBase: number;
  rightsInheriting: number;
}

export interface InputDescriptor extends DescriptorState {
  readonly kind: "input";
  readonly input: InputStream;
}

export interface OutputDescriptor extends DescriptorState {
  readonly kind: "output";
  readonly output: OutputStream;
}

export interface FileDescriptor extends DescriptorState {
  readonly kind: "file";
  readonly handle: FileHandle;
  readonly readable: boolean;
  readonly writable: boolean;
  /** Where the next read or write is, in bytes. */
  position: number;
}

export interface DirectoryDescriptor extends DescriptorState {
  readonly kind: "directory";
  readonly handle: DirectoryHandle;
  readonly listing: DirectoryListing;
  /** The path in UTF-8 of one that was open from the start. */
  readonly preopened: Uint8Array | undefined;
}

export type Descriptor = InputDescriptor | OutputDescriptor | FileDescriptor | DirectoryDescriptor;

export function inputDescriptor(input: InputStream): InputDescriptor {
  return {
    kind: "input",
    input,
    filetype: filetype.unknown,
    flags: 0,
    rightsBase: inputRights,
    rightsInheriting: 0,
  };
}

export function outputDescriptor(output: OutputStream): OutputDescriptor {
  return {
    kind: "output",
    output,
    filetype: output.terminal ? filetype.characterDevice : filetype.unknown,
    flags: 0,
    rightsBase: outputRights,
    rightsInheriting: 0,
  };
}

export function preopenedDirectory(handle: DirectoryHandle): DirectoryDescriptor {
  const preopened = new TextEncoder().encode(handle.mount.path);
  return { ...directoryDescriptor(handle, directoryRights | fileRights), preopened };
}

/** A directory that was opened from one with those inheriting rights. */
export function directoryDescriptor(handle: DirectoryHandle, inheriting: number): DirectoryDescriptor {
  return {
    kind: "directory",
    handle,
    listing: new DirectoryListing(handle),
    preopened: undefined,
    filetype: filetype.directory,
    flags: 0,
    rightsBase: inheriting & directoryRights,
    rightsInheriting: inheriting,
  };
}

export interface FileMode {
  readonly readable: boolean;
  readonly writable: boolean;
  readonly flags: number;
}

/** A file that was opened from a directory with those inheriting rights. */
export function fileDescriptor(handle: FileHandle, inheriting: number, mode: FileMode): FileDescriptor {
  const { readable, writable, flags } = mode;
  const withheld = (readable ? 0 : rights.fdRead) | (writable ? 0 : rights.fdWrite);
  return {
    kind: "file",
    handle,
    readable,
    writable,
    position: 0,
    filetype: filetype.regularFile,
    flags,
    rightsBase: inheriting & fileRights & ~withheld,
    rightsInheriting: 0,
  };
}
