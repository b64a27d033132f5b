import type { Grant } from "../grant.ts";
import { encodeGuestTexts } from "./guest-text.ts";
import { nameOf, refuseGrant } from "./refuse-grant.ts";

/** The command line in UTF-8, without NULs. */
export function openArguments(plugin: string, args: Grant["args"]): readonly Uint8Array[] {
  if (args === undefined) return [];
  if (!Array.isArray(args)) return refuseGrant(plugin, "args", `expected an array of strings, got ${nameOf(args)}`);
  args.forEach((arg: unknown, index) => {
    if (typeof arg !== "string") refuseGrant(plugin, "args", `args[${index}]: expected a string, got ${nameOf(arg)}`);
  });
  return encodeGuestTexts(plugin, "args", args);
}
