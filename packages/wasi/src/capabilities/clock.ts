import { refuseUnknownKeys } from "@polyplug/errors";
import type { ClockGrant, Grant } from "../grant.ts";
import { defaultClockResolution, finestWallClock } from "../limits.ts";
import { parseDuration } from "./duration.ts";
import { nameOf } from "./name-of.ts";
import { ownProperties } from "./own-properties.ts";
import { refuseGrant } from "./refuse-grant.ts";

/** One way of telling the time, in nanoseconds. */
export interface TimeSource {
  readonly resolution: bigint;
  now(): bigint;
}

export interface Clock {
  /** Since 1970-01-01T00:00:00Z. */
  readonly realtime: TimeSource;
  /** Since some instant of its own; never back. */
  readonly monotonic: TimeSource;
  /** Tells the clocks that the plugin slept: those that stand still move on by that much. */
  slept(duration: bigint): void;
}

const millisecond = 1_000_000n;

/** Go takes a monotonic time of zero for a broken clock and ends, so no clock starts there. */
const monotonicStart = 1_000_000_000n;

export function openClock(plugin: string, grant: Grant["clock"]): Clock | undefined {
  if (grant === undefined) return undefined;
  if (grant === true) return runningClock(defaultClockResolution);
  if (typeof grant !== "object" || grant === null) {
    return refuseGrant(plugin, "clock", `expected true or { resolution, fixed }, got ${nameOf(grant)}`);
  }
  const own = ownProperties(grant);
  refuseUnknownKeys(`grant clock to ${plugin}`, "grant.clock", own, ["resolution", "fixed"]);
  const resolution = readResolution(plugin, own);
  return own.fixed === undefined ? runningClock(resolution) : standingClock(resolution, readInstant(plugin, own.fixed));
}

function readResolution(plugin: string, { resolution }: ClockGrant): bigint {
  if (resolution === undefined) return defaultClockResolution;
  const duration = parseDuration(resolution);
  if (duration !== undefined && duration > 0n) return duration;
  return refuseGrant(
    plugin,
    "clock",
    `resolution: expected a duration above zero such as "1ms", got ${nameOf(resolution)}`,
  );
}

function readInstant(plugin: string, fixed: Date | string): bigint {
  const instant = typeof fixed === "string" || fixed instanceof Date ? new Date(fixed).getTime() : Number.NaN;
  if (instant >= 0) return BigInt(instant) * millisecond;
  return refuseGrant(
    plugin,
    "clock",
    `fixed: expected a Date or a text such as "2026-01-31T12:00:00Z", not before 1970, got ${nameOf(fixed)}`,
  );
}

function runningClock(resolution: bigint): Clock {
  const origin = performance.now();
  return {
    realtime: source(
      resolution > finestWallClock ? resolution : finestWallClock,
      () => BigInt(Date.now()) * millisecond,
    ),
    monotonic: source(
      resolution,
      () => monotonicStart + BigInt(Math.round((performance.now() - origin) * Number(millisecond))),
    ),
    slept: () => undefined,
  };
}

function standingClock(resolution: bigint, instant: bigint): Clock {
  let elapsed = 0n;
  return {
    realtime: source(resolution, () => instant + elapsed),
    monotonic: source(resolution, () => monotonicStart + elapsed),
    slept: (duration) => {
      elapsed += duration;
    },
  };
}

function source(resolution: bigint, exact: () => bigint): TimeSource {
  return {
    resolution,
    now: () => {
      const time = exact();
      return time - (time % resolution);
    },
  };
}
