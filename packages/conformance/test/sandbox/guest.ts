import {
  type ApartPlugin,
  type BareExports,
  type Limits,
  type LoadOptions,
  loadPlugin,
  type Plugin,
  type PluginSource,
} from "@polyplug/host";
import type { Tier } from "@polyplug/soak";

/** How a plugin is loaded, but for the tier. */
export interface GuestOptions extends Omit<LoadOptions, "isolation" | "imports" | "asyncImports"> {
  readonly imports?: object | undefined;
}

/** A plugin of any tier, as one sees it who awaits every call. */
export interface Guest<Exports extends object = BareExports>
  extends Pick<ApartPlugin<Exports>, "name" | "exports" | "alive" | "info" | "dispose"> {
  run(): number | Promise<number>;
  /** What it made of its files, where the tier tells. */
  readonly files?: Plugin["files"];
  /** Ends a call; not on the tier `inline`, where nothing else runs meanwhile. */
  readonly abortable?: ApartPlugin<Exports>["abortable"];
}

/** Loads on a tier. Results of the inline one are no promises, which `await` does not mind. */
export async function loadOn<Exports extends object = BareExports>(
  tier: Tier,
  source: PluginSource,
  options: GuestOptions = {},
): Promise<Guest<Exports>> {
  const given: object = { ...options, ...whereOn(tier) };
  return (await loadPlugin<Exports>(source, given as { readonly isolation: "worker" })) as Guest<Exports>;
}

/** The options that say where a plugin runs. To TypeScript they are those of one tier, for none but awaits every call. */
export function whereOn(tier: Tier): { readonly isolation: "worker" } {
  const where: object = tier === "suspending" ? { asyncImports: true } : { isolation: tier };
  return where as { readonly isolation: "worker" };
}

/** Time for what ends by itself, on a machine that has much else to do: apart from its host a call has a second. */
export function patience(tier: Tier): Limits {
  return tier === "worker" || tier === "process" ? { time: "1min" } : {};
}
