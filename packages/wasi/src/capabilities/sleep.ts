import { PluginError } from "@polyplug/errors";
import type { Grant } from "../grant.ts";
import type { Clock } from "./clock.ts";
import { parseDuration } from "./duration.ts";
import { nameOf } from "./name-of.ts";
import { refuseGrant } from "./refuse-grant.ts";

export interface Sleep {
  /** Nanoseconds that were slept in all: the only time that goes by for a plugin without a clock. */
  readonly slept: bigint;
  /** Blocks the thread for that many nanoseconds, and lets the clock know. False, at once, beyond what is granted. */
  wait(duration: bigint): boolean;
}

export function openSleep(plugin: string, grant: Grant["sleep"], clock: Clock | undefined): Sleep | undefined {
  if (grant === undefined) return undefined;
  const longest = parseDuration(grant);
  if (longest === undefined) {
    return refuseGrant(plugin, "sleep", `expected a duration such as "50ms", got ${nameOf(grant)}`);
  }
  const cell = blockingCell(plugin);
  let slept = 0n;
  return {
    get slept() {
      return slept;
    },
    wait: (duration) => {
      if (duration > longest) return false;
      Atomics.wait(cell, 0, 0, Number(duration) / 1e6);
      slept += duration;
      clock?.slept(duration);
      return true;
    },
  };
}

/**
 * A page's main thread may not block, and a page that is not isolated has no shared memory: better said now than at the
 * first sleep.
 */
function blockingCell(plugin: string): Int32Array<SharedArrayBuffer> {
  try {
    const cell = new Int32Array(new SharedArrayBuffer(4));
    Atomics.wait(cell, 0, 1, 0);
    return cell;
  } catch (cause) {
    throw new PluginError({
      code: "unsupported",
      action: `grant sleep to ${plugin}`,
      reason: "this thread may not block",
      plugin,
      path: "grant.sleep",
      cause,
    });
  }
}
