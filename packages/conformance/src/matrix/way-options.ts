import type { Isolation, LoadOptions } from "@polyplug/host";
import type { PolyplugWay } from "./way.ts";

/** The options of `loadPlugin` in which ways differ. */
export interface WayOptions extends Pick<LoadOptions, "canonicalAbi" | "limits"> {
  readonly isolation?: Isolation | undefined;
  readonly asyncImports?: boolean | undefined;
}

/**
 * How a guest is loaded to be run in this way. Limits are so wide that no call comes near them on the slowest of machines:
 * that they are there makes other code of the guest's, which has to do the same.
 */
export function wayOptions({ canonicalAbi, tier, metering }: PolyplugWay): WayOptions {
  // In the thread of its host nothing is bounded by default, and that is how most are loaded.
  if (tier === "suspending") return { canonicalAbi, asyncImports: true };
  if (metering === "none" && tier === "inline") return { canonicalAbi };
  const limits = { none: { time: "unbounded" }, time: { time: "600s" }, fuel: { fuel: 2n ** 62n } }[metering];
  return { canonicalAbi, isolation: tier, limits };
}
