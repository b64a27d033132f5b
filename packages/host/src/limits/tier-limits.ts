import type { Limits } from "./limits.ts";

/**
 * The limits with what holds by default where a plugin does not share the thread of its host: there nobody waits for it who
 * could not go on, so that a second is no surprise, and where it has a process of its own, that is all that it can end.
 */
export function tierLimits(tier: "worker" | "process", limits: Limits | undefined): Limits {
  const defaults: Limits = tier === "worker" ? { time: "1s" } : { time: "1s", objects: "unbounded" };
  const given = Object.entries(limits ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
