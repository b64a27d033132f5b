import { isResourceClass } from "../exports/is-resource-class.ts";
import type { Pool, PooledExports } from "./pool.ts";

type Members = Readonly<Record<string, unknown>>;

/** The functions of `exports`, each of them a run of the pool, in objects that are as those of a plugin. */
export function pooledExports<Exports extends object, Lent>(
  exports: Exports,
  run: Pool<Exports, Lent>["run"],
): PooledExports<Exports> {
  return pooled(exports as Members, (exported) => exported as unknown, run as Run) as PooledExports<Exports>;
}

type Run = (work: (exports: unknown) => unknown) => Promise<unknown>;

/** `find` leads from the exports of an instance to what `members` is in the one that was looked at. */
function pooled(members: Members, find: (exports: unknown) => unknown, run: Run): object {
  const face: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(members)) {
    const member = (exports: unknown): unknown => (find(exports) as Members)[key];
    if (typeof value === "object" && value !== null) face[key] = pooled(value as Members, member, run);
    else if (typeof value === "function" && !isResourceClass(value)) {
      face[key] = (...args: unknown[]) => run((exports) => (member(exports) as CallableFunction)(...args));
      Object.defineProperty(face[key], "name", { value: value.name });
    }
  }
  return Object.freeze(face);
}
