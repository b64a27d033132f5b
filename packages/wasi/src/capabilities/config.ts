import type { Grant } from "../grant.ts";
import { encodeGuestTexts } from "./guest-text.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** The configuration in the order in which it was given. */
export function openConfig(plugin: string, config: Grant["config"]): ReadonlyMap<string, string> | undefined {
  if (config === undefined) return undefined;
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    return refuseGrant(plugin, "config", `expected an object of strings, got ${nameOf(config)}`);
  }
  const entries = Object.entries(config);
  const texts = entries.flatMap(([key, value]: [string, unknown]) => {
    const label = nameOf(key);
    if (typeof value !== "string") {
      return refuseGrant(plugin, "config", `${label}: expected a string, got ${nameOf(value)}`);
    }
    return [key, value].map((text) => ({ label, text }));
  });
  encodeGuestTexts(plugin, "config", texts);
  return new Map(entries);
}
