import type {} from "./provided-context.ts";

export type { BuiltGuest, GuestName, StartingGrant, Target } from "./built-guest.ts";
export type { BuiltProgram } from "./built-program.ts";
export type { BuiltTypedGuest, Lowering, TypedGuestName } from "./built-typed-guest.ts";
