import type { BuiltGuest } from "@polyplug/toolchains";
import type {} from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Every plugin below `examples`, built: tests take them with `inject("guests")`. */
    guests: readonly BuiltGuest[];
  }
}
