import type { DirectoryHandle } from "../../tree/directory-handle.ts";
import type { Preview2Process } from "../preview2-process.ts";
import { Resource, serveMethods } from "../resource.ts";
import { type DescriptorType, descriptorType } from "./descriptor-stat.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/v0.2.12/proposals/filesystem/wit/types.wit | wasi:filesystem/types, directory-entry-stream}. */
export class DirectoryEntryStream extends Resource {
  static override readonly wit: string = "wasi:filesystem/types#directory-entry-stream";
  readonly entries: ReturnType<DirectoryHandle["list"]>;

  constructor(process: Preview2Process, directory: DirectoryHandle) {
    super(process);
    this.entries = directory.list();
  }

  readDirectoryEntry(): { readonly type: DescriptorType; readonly name: string } | undefined {
    const { done, value } = this.entries.next();
    return done ? undefined : { type: descriptorType(value.node.kind), name: value.name };
  }

  static {
    serveMethods(DirectoryEntryStream);
  }
}
