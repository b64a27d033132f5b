export type { Adapter, BuildJob, Missing, Provision, StartingGrant, Target, Toolchain, Way } from "./adapter.ts";
export { adapters } from "./adapters.ts";
export { BuildError } from "./build-error.ts";
export { type BuildGuestsOptions, buildGuests } from "./build-guests.ts";
export { discoverGuests, type Guest } from "./discover-guests.ts";
export { type Absent, equip, preflight, type Unavailable } from "./equip.ts";
export {
  type BuiltGuest,
  describeGuest,
  type FailedGuest,
  type GuestName,
  type GuestOutcome,
  type UnbuiltGuest,
} from "./guest-outcome.ts";
export type { Machine } from "./machine.ts";
export { printProgress } from "./print-progress.ts";
export { type OnProgress, type ProgressEvent, tellProgress } from "./progress.ts";
export { pythonEnvironment } from "./provision/python.ts";
export { repository, thisMachine } from "./this-machine.ts";
