import type { Grant } from "../grant.ts";
import { encodeGuestTexts } from "./guest-text.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** The command line in UTF-8, without NULs. */
export function openArguments(plugin: string, args: Grant["args"]): readonly Uint8Array[] {
  if (args === undefined) return [];
  if (!Array.isArray(args)) return refuseGrant(plugin, "args", `expected an array of strings, got ${nameOf(args)}`);
  const texts = Array.from(args, (text: unknown, index) => {
    const label = `args[${index}]`;
    if (typeof text === "string") return { label, text };
    return refuseGrant(plugin, "args", `${label}: expected a string, got ${nameOf(text)}`);
  });
  return encodeGuestTexts(plugin, "args", texts);
}
