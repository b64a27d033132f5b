import type { Capabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import { inputDescriptor, outputDescriptor } from "./descriptor.ts";
import { DescriptorTable } from "./descriptor-table.ts";
import { type End, EndSignal } from "./end-signal.ts";
import type { GuestLife } from "./guest-life.ts";
import { GuestMemory } from "./guest-memory.ts";

/** The process that a preview1 guest believes to be. One a plugin; it is the first argument of each of the 46 functions. */
export interface GuestProcess {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly memory: GuestMemory;
  readonly descriptors: DescriptorTable;
  readonly life: GuestLife;
  /** What the plugin asked for and was refused, because it was not granted. */
  readonly denied: Set<Capability>;
}

export function startProcess(name: string, capabilities: Capabilities, life: GuestLife): GuestProcess {
  const descriptors = new DescriptorTable();
  descriptors.open(inputDescriptor(capabilities.stdin));
  descriptors.open(outputDescriptor(capabilities.stdout));
  descriptors.open(outputDescriptor(capabilities.stderr));
  return { name, capabilities, memory: new GuestMemory(), descriptors, life, denied: new Set() };
}

/** Ends the guest, unless it has ended already; what it gives is to be thrown into it. */
export function endProcess({ life }: GuestProcess, end: End): unknown {
  life.interrupt(new EndSignal(end));
  return life.signal;
}
