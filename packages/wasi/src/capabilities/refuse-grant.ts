import { PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";

/** Throws `bad-argument` for one key of a grant. */
export function refuseGrant(plugin: string, key: keyof Grant, reason: string, cause?: unknown): never {
  throw new PluginError({
    code: "bad-argument",
    action: `grant ${key} to ${plugin}`,
    reason,
    plugin,
    path: `grant.${key}`,
    cause,
  });
}
