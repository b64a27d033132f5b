import type { Capabilities } from "../capabilities/capabilities.ts";
import type { Capability } from "../capability.ts";
import { inputDescriptor, outputDescriptor } from "./descriptor.ts";
import { DescriptorTable } from "./descriptor-table.ts";
import { EndLatch, type EndSignal } from "./end-latch.ts";
import { GuestMemory } from "./guest-memory.ts";

/** The process that a preview1 guest believes to be. One a plugin; it is the first argument of each of the 46 functions. */
export interface GuestProcess {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly memory: GuestMemory;
  readonly descriptors: DescriptorTable;
  readonly latch: EndLatch;
  /** What the plugin asked for and was refused, because it was not granted. */
  readonly denied: Set<Capability>;
}

export function startProcess(
  name: string,
  capabilities: Capabilities,
  onEnd: (signal: EndSignal) => void,
): GuestProcess {
  const descriptors = new DescriptorTable();
  descriptors.open(inputDescriptor(capabilities.stdin));
  descriptors.open(outputDescriptor(capabilities.stdout));
  descriptors.open(outputDescriptor(capabilities.stderr));
  return { name, capabilities, memory: new GuestMemory(), descriptors, latch: new EndLatch(onEnd), denied: new Set() };
}
