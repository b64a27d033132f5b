import type { Plugin } from "../plugin.ts";
import { type Bounds, InstancePool } from "./instance-pool.ts";
import type { Pool } from "./pool.ts";
import { pooledExports } from "./pooled-exports.ts";

/**
 * A pool over whatever `make` gives: a plugin of this thread as well as, one day, one that runs elsewhere and whose
 * functions give promises. The first is made here.
 */
export async function openPool<Exports extends object>(
  make: () => Promise<Plugin<Exports>>,
  bounds: Bounds,
): Promise<Pool<Exports>> {
  const instances = new InstancePool(make, bounds);
  const { name, info, stats, exports } = await instances.open();
  const run: Pool<Exports>["run"] = (work, options) => instances.run(work, options);
  const close = (): Promise<void> => instances.close();
  return { name, info, stats, run, close, [Symbol.asyncDispose]: close, exports: pooledExports(exports, run) };
}
