import {
  type ApartPlugin,
  type BareExports,
  type Isolation,
  type LoadOptions,
  loadPlugin,
  type PluginSource,
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

/** Loads on a tier. Results of the inline one are no promises, which `await` does not mind. */
export async function loadOn<Exports extends object = BareExports>(
  tier: Tier,
  source: PluginSource,
  options: AnyOptions = {},
): Promise<AnyPlugin<Exports>> {
  const where = tier === "suspending" ? { asyncImports: true } : { isolation: tier };
  const given = { ...options, ...where } as { isolation: "worker" };
  return (await loadPlugin<Exports>(source, given)) as AnyPlugin<Exports>;
}
