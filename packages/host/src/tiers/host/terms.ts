import { canLimitTime } from "../../limits/can-limit-time.ts";
import { boundsOf } from "../../limits/hold-to-limits.ts";
import type { Limits } from "../../limits/limits.ts";
import { tierLimits } from "../../limits/tier-limits.ts";
import type { Apart } from "../isolation.ts";
import type { WatchedCalls } from "./host-line.ts";

/** Milliseconds beyond its time after which a guest is ended that computes and did not end its call. */
const grace = 500;

/** What a plugin is held to that runs apart, and by whom. */
export interface Terms {
  readonly isolation: Apart;
  /** What its recorder is told: with the defaults of the tier. */
  readonly limits: Limits;
  /** What its guest holds it to. */
  readonly within: Limits;
  /** Whether the guest's own thread is watched, so that it ends calls itself. */
  readonly calls: WatchedCalls;
  /** Milliseconds that a call may take, without a limit `Infinity`. */
  readonly patience: number;
  /** Milliseconds more in which a guest that computes may end itself. */
  readonly grace: number;
}

/** The terms of a tier. Throws `bad-argument` for limits that are none. */
export async function termsOf(isolation: Apart, given: Limits | undefined, action: string): Promise<Terms> {
  const { milliseconds: patience = Number.POSITIVE_INFINITY } = await boundsOf(given, action, isolation);
  const limits = tierLimits(isolation, given ?? {});
  // Where the engine cannot end a call from within, or may start no thread to do so, ending the whole guest has to do.
  const isHeldWithin = isolation === "worker" && canLimitTime();
  return {
    isolation,
    limits,
    within: isHeldWithin ? limits : { ...limits, time: undefined },
    calls: isHeldWithin && patience < Number.POSITIVE_INFINITY ? "watched" : "unwatched",
    patience,
    grace: isHeldWithin ? grace : 0,
  };
}
