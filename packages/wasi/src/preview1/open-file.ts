import type { FileDescriptor } from "./descriptor.ts";
import { errno } from "./errno.ts";
import { ErrnoSignal } from "./errno-signal.ts";
import type { GuestProcess } from "./guest-process.ts";
import { demand } from "./rights.ts";

/** The open file with that number, or E8 BADF for anything else, as in wasmtime; E76 without the rights. */
export function openFile({ descriptors }: GuestProcess, fd: number, wanted: number): FileDescriptor {
  const descriptor = descriptors.get(fd);
  if (descriptor.kind !== "file") throw new ErrnoSignal(errno.badf);
  demand(descriptor, wanted);
  return descriptor;
}
