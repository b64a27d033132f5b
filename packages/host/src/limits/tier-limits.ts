import type { Isolation } from "../tiers/isolation.ts";
import type { Limits } from "./limits.ts";

/**
 * What holds where nobody says otherwise, beside what holds on each tier. Where a plugin does not share the thread of its
 * host, nothing else ends a call that does not end; where it has a process of its own, that is all that a full heap ends.
 */
const defaults: Readonly<Record<Isolation, Limits>> = {
  inline: {},
  worker: { time: "1s" },
  process: { time: "1s", objects: "unbounded" },
};

/** The limits with the defaults of a tier, as plain data that another thread or process can be sent. */
export function tierLimits(tier: Isolation, limits: Limits): Limits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...defaults[tier], ...Object.fromEntries(given) };
}
