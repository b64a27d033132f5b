import type { AsyncLocalStorage } from "node:async_hooks";

let storage: AsyncLocalStorage<unknown> | undefined;

/**
 * What follows a function of the host through everything that it waits for. There is one for all, since in some versions
 * every promise of the process pays for each.
 */
export function contextStorage<T>(): AsyncLocalStorage<T> {
  const { AsyncLocalStorage } = process.getBuiltinModule("node:async_hooks");
  storage ??= new AsyncLocalStorage();
  return storage as AsyncLocalStorage<T>;
}
