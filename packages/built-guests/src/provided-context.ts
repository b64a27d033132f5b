import type {} from "vitest";
import type { BuiltGuest } from "./built-guest.ts";
import type { BuiltProgram } from "./built-program.ts";
import type { BuiltTypedGuest, TypedGuestName } from "./built-typed-guest.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Every bare plugin below `examples`, built: tests take them with `inject("guests")`. */
    guests: readonly BuiltGuest[];
    /** Every program below `packages/conformance/programs`, in each of its languages. */
    programs: readonly BuiltProgram[];
    /** Every plugin beside a contract in `examples` and in `packages/conformance` that could be built. */
    typedGuests: readonly BuiltTypedGuest[];
    /** The others. They fail a test and not the run, for nothing but their own tests takes them. */
    unbuiltTypedGuests: readonly (TypedGuestName & { readonly reason: string })[];
  }
}
