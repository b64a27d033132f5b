import type { Capabilities } from "../capabilities/capabilities.ts";
import type { GuestLife } from "../process/guest-life.ts";
import type { WasiProcess } from "../process/wasi-process.ts";
import { inputDescriptor, outputDescriptor, preopenedDirectory } from "./descriptor.ts";
import { DescriptorTable } from "./descriptor-table.ts";
import { GuestMemory } from "./guest-memory.ts";

/** The process that a preview1 guest believes to be. One a plugin; it is the first argument of each of the 46 functions. */
export interface GuestProcess extends WasiProcess {
  /** Without the files once they were released. */
  capabilities: Capabilities;
  readonly memory: GuestMemory;
  readonly descriptors: DescriptorTable;
}

export function startProcess(name: string, capabilities: Capabilities, life: GuestLife): GuestProcess {
  const descriptors = new DescriptorTable();
  descriptors.open(inputDescriptor(capabilities.stdin));
  descriptors.open(outputDescriptor(capabilities.stdout));
  descriptors.open(outputDescriptor(capabilities.stderr));
  for (const mount of capabilities.files?.openMounts() ?? []) descriptors.open(preopenedDirectory(mount));
  return { name, capabilities, memory: new GuestMemory(), descriptors, life, denied: new Set() };
}
