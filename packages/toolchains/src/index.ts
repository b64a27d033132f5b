export { BuildError, type OnProgress, type ProgressEvent, tellProgress } from "@polyplug/build";
export type {
  BuiltGuest,
  BuiltTypedGuest,
  GuestName,
  Lowering,
  StartingGrant,
  Target,
  TypedGuestName,
} from "@polyplug/built-guests";
export { adapters, type GuestAdapter } from "./adapters.ts";
export { type CompileOptions, compileAssemblyscript } from "./assemblyscript/compile-assemblyscript.ts";
export { type BuildGuestsOptions, buildGuests } from "./build-guests.ts";
export { discoverGuests, type Guest } from "./discover-guests.ts";
export { equip, type Unavailable } from "./equip.ts";
export { describeGuest, type FailedGuest, type GuestOutcome, type UnbuiltGuest } from "./guest-outcome.ts";
export type { Machine } from "./machine.ts";
export { printProgress } from "./print-progress.ts";
export { buildPrograms } from "./programs/build-program.ts";
export { pythonEnvironment } from "./provision/python.ts";
export { repository, thisMachine } from "./this-machine.ts";
export { type BuildTypedGuestsOptions, buildTypedGuests } from "./typed/build-typed-guests.ts";
export { discoverTypedGuests, type LeaveOut } from "./typed/discover-typed-guests.ts";
export type { FailedTypedGuest, TypedGuest, TypedGuestOutcome, UnbuiltTypedGuest } from "./typed/typed-guest.ts";
export { typedLanguages } from "./typed/typed-languages.ts";
export { type BuiltBindgen, buildBindgen } from "./wit-tools/build-bindgen.ts";
