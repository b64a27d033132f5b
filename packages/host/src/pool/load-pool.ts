import { refuseUnknownKeys } from "@polyplug/errors";
import { loadOptionKeys } from "../load-options.ts";
import { instantiatePlugin, preparePlugin } from "../prepare-plugin.ts";
import { badOption, ownOptions } from "../read-options.ts";
import { nameSource } from "../source/name-source.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import { openPool } from "./open-pool.ts";
import type { Pool } from "./pool.ts";

/** Reads the options and the source, and opens a pool of what is loaded of it in this thread. */
export async function loadPool<Exports extends object>(source: PluginSource, options: object): Promise<Pool<Exports>> {
  const action = `pool ${nameSource(source, "load").shown}`;
  const own = ownOptions(options, action);
  refuseUnknownKeys(action, "options", own, ["size", "queue", "runsPerInstance", ...loadOptionKeys]);
  const { size, queue = 1_000, runsPerInstance = Number.POSITIVE_INFINITY, ...load } = own;
  const bounds = {
    size: atLeast(1, "size", size, action),
    queue: atLeast(0, "queue", queue, action),
    runsPerInstance: atLeast(1, "runsPerInstance", runsPerInstance, action),
  };
  const prepared = await preparePlugin(source, load);
  return await openPool(() => instantiatePlugin<Exports>(prepared), bounds);
}

function atLeast(least: number, key: string, value: unknown, action: string): number {
  const isCount = Number.isInteger(value) || (value === Number.POSITIVE_INFINITY && key !== "size");
  if (typeof value === "number" && isCount && value >= least) return value;
  throw badOption(action, `${key} must be a whole number of at least ${least}, not ${String(value)}`, key);
}
