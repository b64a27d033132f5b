import {
  type ApartPlugin,
  type BareExports,
  type Isolation,
  type LoadOptions,
  loadPlugin,
  type PluginSource,
} from "@polyplug/host";

/** Every tier. */
export const tiers: readonly Isolation[] = ["inline", "worker", "process"];

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
export type AnyPlugin<Exports> = Pick<ApartPlugin<Exports>, "exports" | "alive" | "dispose" | "name" | "info"> &
  Disposable & { run(): number | Promise<number> };

export interface AnyOptions extends Omit<LoadOptions, "isolation" | "imports"> {
  readonly imports?: object | undefined;
}

/** Loads on a tier. Results of the inline one are no promises, which `await` does not mind. */
export async function loadOn<Exports extends object = BareExports>(
  tier: Isolation,
  source: PluginSource,
  options: AnyOptions = {},
): Promise<AnyPlugin<Exports>> {
  const given = { ...options, isolation: tier } as { isolation: "worker" };
  return (await loadPlugin<Exports>(source, given)) as AnyPlugin<Exports>;
}
