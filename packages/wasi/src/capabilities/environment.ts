import type { Grant } from "../grant.ts";
import { encodeGuestTexts } from "./guest-text.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** The environment as `NAME=value` in UTF-8, without NULs, in the order in which it was given. */
export function openEnvironment(plugin: string, env: Grant["env"]): readonly Uint8Array[] {
  if (env === undefined) return [];
  if (typeof env !== "object" || env === null) {
    return refuseGrant(plugin, "env", `expected an object of strings, got ${nameOf(env)}`);
  }
  const variables = Object.entries(env).map(([name, value]: [string, unknown]) => {
    const label = nameOf(name);
    if (name === "" || name.includes("=")) {
      return refuseGrant(plugin, "env", `${label} is not the name of a variable`);
    }
    if (typeof value !== "string") {
      return refuseGrant(plugin, "env", `${label}: expected a string, got ${nameOf(value)}`);
    }
    return { label, text: `${name}=${value}` };
  });
  return encodeGuestTexts(plugin, "env", variables);
}
