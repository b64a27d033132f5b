import { PluginError } from "@polyplug/errors";
import type { VariantCase } from "../types/value-type.ts";

/** The kinds of integer that tell the cases of a variant apart. */
export type DiscriminantKind = "u8" | "u16" | "u32";

/**
 * The smallest unsigned integer that can tell the cases apart. Throws `malformed` for a variant without cases.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment | Canonical ABI, alignment}.
 */
export function discriminantType(cases: readonly VariantCase[]): DiscriminantKind {
  if (cases.length === 0) {
    throw new PluginError({ code: "malformed", action: "lay out a variant", reason: "it has no cases" });
  }
  if (cases.length <= 2 ** 8) return "u8";
  if (cases.length <= 2 ** 16) return "u16";
  return "u32";
}
