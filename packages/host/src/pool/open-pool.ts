import { type Bounds, InstancePool, type Nursery, type PooledPlugin } from "./instance-pool.ts";
import type { Pool } from "./pool.ts";
import { pooledExports } from "./pooled-exports.ts";

/** A pool over whatever the nursery makes: plugins of this thread, or ones that run elsewhere and give promises. */
export async function openPool<Lent extends PooledPlugin>(
  nursery: Nursery<Lent>,
  bounds: Bounds,
): Promise<Pool<Lent["exports"], Lent>> {
  const instances = new InstancePool(nursery, bounds);
  const { name, info, stats, exports } = await instances.open();
  const run: Pool<Lent["exports"], Lent>["run"] = (work, options) => instances.run(work, options);
  const close = (): Promise<void> => instances.close();
  return {
    name,
    info,
    stats,
    run,
    close,
    [Symbol.asyncDispose]: close,
    exports: pooledExports<Lent["exports"], Lent>(exports, run),
  };
}
