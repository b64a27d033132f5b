import { PluginError, refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount, parseDuration } from "@polyplug/wasi";

/**
 * What a plugin may take. Every key is optional, and what is not bounded here is bounded by the engine alone. A key that
 * is not known is refused with `bad-argument`.
 */
export interface Limits {
  /**
   * The longest that one call may take, such as `"50ms"`, host functions that it calls included; loading is a call too.
   * Beyond it the plugin ends with `time-limit`, in the middle of a loop as well. Rounded up to whole milliseconds.
   */
  readonly time?: string | undefined;
  /**
   * Bytes that each memory of the plugin may have, as a number or such as `"64MiB"`, rounded down to pages of 64 KiB. A
   * plugin that starts with more is refused with `memory-limit`; growing beyond it fails inside the plugin.
   */
  readonly memory?: number | string | undefined;
}

/** Limits as they were read: numbers in one unit each. */
export interface Bounds {
  readonly milliseconds: number | undefined;
  readonly pages: bigint | undefined;
}

const keys: readonly (keyof Limits)[] = ["time", "memory"];

/** The longest time that a 32-bit number of milliseconds says: 24 days. */
const longest = 2 ** 31 - 1;
const pageBytes = 65_536;

/** Throws `bad-argument` for limits that are none. */
export function readLimits(limits: Limits | undefined, action: string): Bounds {
  if (limits === undefined) return { milliseconds: undefined, pages: undefined };
  refuseUnknownKeys(action, "limits", limits, keys);
  const refuse = (key: keyof Limits, wanted: string): never => {
    const path = `limits.${key}`;
    throw new PluginError({ code: "bad-argument", action, reason: `${path} must be ${wanted}`, path });
  };
  const { time, memory } = limits;
  const nanoseconds = time === undefined ? undefined : parseDuration(time);
  const milliseconds = nanoseconds === undefined ? undefined : Math.ceil(Number(nanoseconds) / 1e6);
  if (time !== undefined && (milliseconds === undefined || milliseconds < 1 || milliseconds > longest)) {
    refuse("time", 'a duration above 0 such as "50ms", at most 24 days');
  }
  const bytes = memory === undefined ? undefined : parseByteCount(memory);
  if (memory !== undefined && bytes === undefined) refuse("memory", 'a number of bytes, or such as "64MiB"');
  return {
    milliseconds,
    pages: bytes === undefined ? undefined : BigInt(Math.floor(bytes / pageBytes)),
  };
}
