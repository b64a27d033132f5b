import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount, parseDuration } from "@polyplug/wasi";
import type { Isolation } from "../tiers/isolation.ts";
import { type Bounds, defaultBounds } from "./bounds.ts";
import type { Limits } from "./limits.ts";
import { tierLimits } from "./tier-limits.ts";

const keys: readonly (keyof Limits)[] = [
  "time",
  "fuel",
  "memory",
  "output",
  "hostCalls",
  "handles",
  "values",
  "objects",
];

/** The longest time that a 32-bit number of milliseconds says: 24 days. */
const longest = 2 ** 31 - 1;
const pageBytes = 65_536;
/** As much as a counter of 64 bits holds, and a call's charge beside it. */
const mostFuel = 1n << 62n;

/** The bounds that limits say, on this tier. Throws `bad-argument` for limits that are none. */
export function readLimits(given: Limits, tier: Isolation, action: string): Bounds {
  refuseUnknownKeys(action, "limits", given, keys);
  const limits = tierLimits(tier, given);
  const read = <T>(key: keyof Limits, wanted: string, parse: (value: never) => T | undefined): T | undefined => {
    // Each is read once, and from the object itself.
    const value = Object.hasOwn(limits, key) ? limits[key] : undefined;
    if (value === undefined) return undefined;
    const parsed = parse(value as never);
    if (parsed !== undefined) return parsed;
    const path = `limits.${key}`;
    throw new PluginError({ code: "bad-argument", action, reason: `${path} must be ${wanted}`, path });
  };
  const size = 'a number of bytes, or such as "64MiB"';
  const count = "a whole number from 0 on";
  const time = read("time", 'a duration above 0 such as "50ms", at most 24 days, or "unbounded"', milliseconds);
  const pages = read("memory", size, parseByteCount);
  return {
    milliseconds: time === Number.POSITIVE_INFINITY ? undefined : time,
    fuel: read("fuel", "a whole number of instructions from 0 on, at most 2^62", instructions),
    pages: pages === undefined ? defaultBounds.pages : BigInt(Math.floor(pages / pageBytes)),
    output: read("output", size, parseByteCount),
    hostCalls: read("hostCalls", count, wholeNumber),
    handles: read("handles", count, wholeNumber) ?? defaultBounds.handles,
    values: read("values", size, parseByteCount),
    objects: read("objects", '"unbounded", or left out', unbounded) ?? defaultBounds.objects,
  };
}

function milliseconds(time: unknown): number | undefined {
  if (time === "unbounded") return Number.POSITIVE_INFINITY;
  const nanoseconds = parseDuration(time);
  const rounded = nanoseconds === undefined ? undefined : Math.ceil(Number(nanoseconds) / 1e6);
  return rounded !== undefined && rounded >= 1 && rounded <= longest ? rounded : undefined;
}

function instructions(fuel: unknown): bigint | undefined {
  const count = typeof fuel === "bigint" ? fuel : wholeNumber(fuel);
  if (count === undefined) return undefined;
  const wide = BigInt(count);
  return wide >= 0n && wide <= mostFuel ? wide : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function unbounded(value: unknown): "unbounded" | undefined {
  return value === "unbounded" ? value : undefined;
}
