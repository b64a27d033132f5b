import { PluginError } from "@polyplug/errors";
import type { UnsupportedType } from "./value-type.ts";

/** The error for whoever needs to know how such a value lies in memory. */
export function unsupportedType({ text }: UnsupportedType): PluginError {
  return new PluginError({
    code: "unsupported",
    action: `pass a value of type ${text}`,
    reason: "it is not known yet",
  });
}
