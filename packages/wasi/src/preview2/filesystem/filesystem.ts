import type { DirectoryHandle } from "../../tree/directory-handle.ts";
import { resource } from "../argument.ts";
import type { InterfaceMembers, InterfaceTable } from "../interface-members.ts";
import { IoError } from "../io-error.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Descriptor } from "./descriptor.ts";
import { mountFlags } from "./descriptor-flags.ts";
import { DirectoryEntryStream } from "./directory-entry-stream.ts";
import { OpenHandle } from "./open-handle.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types}. */
function types(): InterfaceMembers {
  return {
    Descriptor,
    DirectoryEntryStream,
    filesystemErrorCode: (error: IoError) => resource(IoError, error).codes.file,
  };
}

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/preopens.wit | wasi:filesystem/preopens}. */
function preopens(process: Preview2Process): InterfaceMembers {
  let mounts: readonly { readonly directory: DirectoryHandle; readonly opened: OpenHandle }[] | undefined;
  return {
    getDirectories: () => {
      // They are open from the start to the end, however often a plugin asks for them and drops what it got.
      mounts ??= (process.capabilities.files?.openMounts() ?? []).map((directory) => ({
        directory,
        opened: new OpenHandle(directory),
      }));
      return mounts.map(({ directory: { mount }, opened }) => [
        new Descriptor(process, opened.share(), mountFlags(mount.readOnly)),
        mount.path,
      ]);
    },
  };
}

export const filesystem: InterfaceTable = [
  ["wasi:filesystem/types@0.2", types],
  ["wasi:filesystem/preopens@0.2", preopens],
];
