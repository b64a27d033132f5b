import type { BuiltGuest, BuiltTypedGuest, TypedGuestName } from "@polyplug/toolchains";
import type {} from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Every bare plugin below `examples`, built: tests take them with `inject("guests")`. */
    guests: readonly BuiltGuest[];
    /** Every plugin beside a contract in `examples` and `packages/conformance/cases` that could be built. */
    typedGuests: readonly BuiltTypedGuest[];
    /** The others. They fail a test and not the run, for nothing but their own tests takes them. */
    unbuiltTypedGuests: readonly (TypedGuestName & { readonly reason: string })[];
  }
}
