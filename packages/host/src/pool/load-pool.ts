import { refuseUnknownKeys } from "@polyplug/errors";
import { parseByteCount } from "@polyplug/wasi";
import { loadOptionKeys } from "../load-options.ts";
import { memoryBytes } from "../memory-bytes.ts";
import type { Plugin } from "../plugin.ts";
import { instantiatePlugin, preparePlugin } from "../prepare-plugin.ts";
import { badOption, ownOptions } from "../read-options.ts";
import { nameSource } from "../source/name-source.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import type { Bounds } from "./instance-pool.ts";
import { openPool } from "./open-pool.ts";
import type { Pool, PoolBounds } from "./pool.ts";

const keys: readonly (keyof PoolBounds)[] = ["size", "queue", "runsPerInstance", "growthPerInstance", "spares"];

/** Reads the options and the source, and opens a pool of what is loaded of it, wherever that runs. */
export async function loadPool(source: PluginSource, options: object): Promise<Pool<object, unknown>> {
  const action = `pool ${nameSource(source, "load").shown}`;
  const own = ownOptions(options, action);
  if (own["onFault"] !== undefined) {
    // One that comes back later is alive, and would be served while it refuses every call.
    throw badOption(action, "onFault is for one plugin: a pool replaces instances that fail by itself", "onFault");
  }
  refuseUnknownKeys(action, "options", own, [...keys, ...ofEach]);
  const load = Object.fromEntries(Object.entries(own).filter(([key]) => !keys.some((one) => one === key)));
  const bounds = readBounds(own, action);
  const prepared = await preparePlugin(source, load);
  const { isolation } = prepared;
  if (isolation === "inline") {
    return await openPool<Plugin<object>>(
      { make: () => instantiatePlugin<object>(prepared), memoryOf: memoryBytes },
      bounds,
    );
  }
  const { loadApart } = await import("../tiers/load-apart.ts");
  return await openPool(
    {
      make: () => loadApart<object>(prepared, isolation),
      memoryOf: (plugin) => plugin.memoryBytes,
      heed: (plugin, signal) => plugin.heed(signal),
    },
    bounds,
  );
}

function readBounds(own: Readonly<Record<string, unknown>>, action: string): Bounds {
  const unbounded = Number.POSITIVE_INFINITY;
  const { size, queue = 1_000, runsPerInstance = unbounded, growthPerInstance, spares = 0 } = own;
  const growth = growthPerInstance === undefined ? unbounded : parseByteCount(growthPerInstance as number | string);
  if (growth === undefined) {
    throw badOption(action, 'growthPerInstance must be a number of bytes, or such as "16MiB"', "growthPerInstance");
  }
  return {
    size: atLeast(1, "size", size, action),
    queue: atLeast(0, "queue", queue, action),
    runsPerInstance: atLeast(1, "runsPerInstance", runsPerInstance, action),
    growthPerInstance: growth,
    spares: atLeast(0, "spares", spares, action),
  };
}

/** What may be said of each instance. A record is of one plugin, and would not say which instance it was. */
const ofEach = loadOptionKeys.filter((key) => key !== "record");

function atLeast(least: number, key: string, value: unknown, action: string): number {
  const isCount = Number.isInteger(value) || (value === Number.POSITIVE_INFINITY && key !== "size");
  if (typeof value === "number" && isCount && value >= least) return value;
  throw badOption(action, `${key} must be a whole number of at least ${least}, not ${String(value)}`, key);
}
