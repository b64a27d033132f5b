export {
  type ClockGrant,
  type Grant,
  grantKeys,
  type Input,
  type Output,
  type OutputGrant,
  type RandomGrant,
  type Sink,
} from "./grant.ts";
export { preview1Capability } from "./preview1/capability-of.ts";
export { createPreview1, type Preview1, type Preview1Plugin } from "./preview1/create-preview1.ts";
export { type End, EndSignal, isEndSignal } from "./preview1/end-latch.ts";
export type { Errno } from "./preview1/errno.ts";
export type { LinearMemory } from "./preview1/guest-memory.ts";
export type { DeniedCapability } from "./preview1/guest-process.ts";
export type { ImportFunction } from "./preview1/import-function.ts";
export { type CoreSignature, type Preview1Name, preview1Signatures } from "./preview1/signatures.ts";
