import { refuseUnknownKeys } from "@polyplug/errors";
import type { BareExports } from "../exports/bare-function.ts";
import type { HostImports } from "../link/link-imports.ts";
import { loadOptionKeys } from "../load-options.ts";
import { instantiatePlugin, preparePlugin } from "../prepare-plugin.ts";
import { badOption, ownOptions } from "../read-options.ts";
import { nameSource } from "../source/name-source.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import type { Pool, PoolOptions } from "./pool.ts";

/**
 * Makes a pool: up to `size` instances of one plugin, which is read, decoded and compiled once. Host code that waits
 * between its calls has an instance to itself meanwhile, and one request finds no other's state half changed.
 *
 * Throws what `loadPlugin` throws, for the first instance is made at once.
 */
export async function createPool<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: PoolOptions<Exports, Imports>,
): Promise<Pool<Exports>> {
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
  const { openPool } = await import("./open-pool.ts");
  return await openPool(() => instantiatePlugin<Exports>(prepared), bounds);
}

function atLeast(least: number, key: string, value: unknown, action: string): number {
  const isCount = Number.isInteger(value) || (value === Number.POSITIVE_INFINITY && key !== "size");
  if (typeof value === "number" && isCount && value >= least) return value;
  throw badOption(action, `${key} must be a whole number of at least ${least}, not ${String(value)}`, key);
}
