import {
  type ApartExports,
  type ApartPlugin,
  type BareExports,
  type Isolation,
  type LoadOptions,
  loadPlugin,
  type PluginSource,
  type WatchedPlugin,
  type WatchHooks,
  watchPlugin,
} from "@polyplug/host";

import type { FileChange } from "@polyplug/host/files";

/** Where a plugin runs, and whether it waits for its host in this thread. */
export type Tier = Isolation | "suspending";

/** Every tier. Before Node.js 24 nothing is suspended, which a test of its own sees to be said. */
export const tiers: readonly Tier[] = [
  "inline",
  ...("Suspending" in WebAssembly ? ["suspending" as const] : []),
  "worker",
  "process",
];

/** Those on which a plugin runs beside its host. */
export const apart: readonly Exclude<Isolation, "inline">[] = ["worker", "process"];

/** Something to be waited for, and what makes it happen. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** What the three have in common, as one that awaits every call sees it. */
export type AnyPlugin<Exports> = Pick<
  ApartPlugin<Exports>,
  "exports" | "alive" | "dispose" | "name" | "info" | "stats"
> &
  Disposable & { run(): number | Promise<number>; readonly files: AnyFiles | undefined };

/** Its files. Changes of a plugin in this thread are no promise, which `await` does not mind. */
export interface AnyFiles {
  diff(mount: string): readonly FileChange[] | Promise<readonly FileChange[]>;
}

export interface AnyOptions extends Omit<LoadOptions, "isolation" | "imports"> {
  readonly imports?: object | undefined;
}

/** Watches on a tier, as {@link loadOn} loads. */
export async function watchOn<Exports extends object = BareExports>(
  tier: Tier,
  path: string,
  options: Omit<AnyOptions, "integrity" | "record"> & WatchHooks = {},
): Promise<WatchedPlugin<ApartExports<Exports>, AnyPlugin<Exports>>> {
  const given = { ...options, ...whereOf(tier) } as { isolation: "worker" };
  return (await watchPlugin<Exports>(path, given)) as WatchedPlugin<ApartExports<Exports>, AnyPlugin<Exports>>;
}

function whereOf(tier: Tier): object {
  return tier === "suspending" ? { asyncImports: true } : { isolation: tier };
}

/** Loads on a tier. Results of the inline one are no promises, which `await` does not mind. */
export async function loadOn<Exports extends object = BareExports>(
  tier: Tier,
  source: PluginSource,
  options: AnyOptions = {},
): Promise<AnyPlugin<Exports>> {
  const given = { ...options, ...whereOf(tier) } as { isolation: "worker" };
  return (await loadPlugin<Exports>(source, given)) as AnyPlugin<Exports>;
}
