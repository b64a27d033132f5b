import type { Module } from "@polyplug/wasm-binary";
import { refuseHeapObjects } from "../compile/refuse-heap-objects.ts";
import type { HostSuspension } from "../intercept/boundary.ts";
import type { Life } from "../life/life.ts";
import type { Isolation } from "../tiers/isolation.ts";
import { type Bounds, defaultBounds } from "./bounds.ts";
import type { CallLimits } from "./call-limits.ts";
import type { Limits } from "./limits.ts";
import type { Meter } from "./made-code.ts";
import { meterGrowth } from "./meter-growth.ts";

/** What it takes to load a plugin under limits. */
export interface Hold {
  /** Makes its modules over. */
  readonly meter: Meter;
  /** What holds the calls of one instance; undefined where nothing has to. */
  readonly calls: CallLimits | undefined;
}

/** The limits as they were read, with the defaults of the tier. Throws `bad-argument` for what is none. */
export async function boundsOf(
  limits: Limits | undefined,
  action: string,
  tier: Isolation = "inline",
): Promise<Bounds> {
  if (limits === undefined && tier === "inline") return defaultBounds;
  const { readLimits } = await import("./read-limits.ts");
  return readLimits(limits ?? {}, tier, action);
}

/** The modules of a plugin, and how many instances there are of each. */
export interface Instances {
  readonly modules: readonly Module[];
  readonly counts: readonly number[];
}

/**
 * Prepares to hold a plugin to its bounds. Throws `memory-limit` for one that starts with more memory than it may have,
 * `unsupported` where this engine cannot end a call, and for what fills its heap.
 */
export async function holdToLimits(
  { modules, counts }: Instances,
  bounds: Bounds,
  life: Life,
  action: string,
  suspension: HostSuspension | undefined,
): Promise<Hold> {
  const { milliseconds, fuel, hostCalls } = bounds;
  if (bounds.objects === "refused") for (const module of modules) refuseHeapObjects(module, action);
  const growth = meterGrowth(modules, counts, bounds.pages, action);
  const isMetered = milliseconds !== undefined || fuel !== undefined;
  if (!isMetered && hostCalls === undefined) return { meter: growth, calls: undefined };
  const [{ meterCalls }, { CallLimits }] = await Promise.all([import("./meter-calls.ts"), import("./call-limits.ts")]);
  const calls = (await suspension?.hold?.(bounds, life)) ?? new CallLimits(bounds, life);
  return { meter: isMetered ? meterCalls(bounds, growth, action) : growth, calls };
}
