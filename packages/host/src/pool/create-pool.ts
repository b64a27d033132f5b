import type { BareExports } from "../exports/bare-function.ts";
import type { HostImports } from "../link/link-imports.ts";
import type { PluginSource } from "../source/plugin-source.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { ApartPlugin } from "../tiers/apart-plugin.ts";
import type { ApartPoolOptions, Pool, PoolOptions } from "./pool.ts";

/**
 * Makes a pool: up to `size` instances of one plugin, which is read, decoded and compiled once. Host code that waits
 * between its calls has an instance to itself meanwhile, and one request finds no other's state half changed.
 *
 * Throws what `loadPlugin` throws, for the first instance is made at once.
 */
export async function createPool<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: PoolOptions<Exports, Imports>,
): Promise<Pool<Exports>>;

/**
 * Makes a pool of plugins in threads or processes of their own, which run at the same time as the host does, and each
 * other.
 */
export async function createPool<Exports extends object = BareExports, Imports extends object = HostImports>(
  source: PluginSource,
  options: ApartPoolOptions<Exports, Imports>,
): Promise<Pool<ApartExports<Exports>, ApartPlugin<Exports>>>;

export async function createPool(source: PluginSource, options: object): Promise<object> {
  const { loadPool } = await import("./load-pool.ts");
  return await loadPool(source, options);
}
