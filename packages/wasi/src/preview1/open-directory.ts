import type { DirectoryDescriptor } from "./descriptor.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { demand } from "./rights.ts";

/** The open directory with that number, or E8 BADF for anything else, as in wasmtime; E76 without the rights. */
export function openDirectory(process: GuestProcess, fd: number, wanted: number): DirectoryDescriptor {
  const descriptor = process.descriptors.find(fd);
  if (descriptor?.kind !== "directory") {
    noteMissingFiles(process);
    throw new ErrnoSignal(errno.badf);
  }
  demand(descriptor, wanted);
  return descriptor;
}

/** A plugin without files that asks for a directory was refused them. */
export function noteMissingFiles({ capabilities, denied }: GuestProcess): void {
  if (capabilities.files === undefined) denied.add("files");
}
