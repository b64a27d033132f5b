import type { Plugin } from "./plugin.ts";
import { instantiatePlugin, type PreparedPlugin } from "./prepare-plugin.ts";
import type { Retirable } from "./stable/generation.ts";
import type { SuspendingPlugin } from "./suspension/suspending-plugin.ts";
import type { ApartPlugin } from "./tiers/apart-plugin.ts";

/** A plugin on whichever tier. */
export type AnyPlugin<Exports extends object> = (Plugin<Exports> | ApartPlugin<Exports> | SuspendingPlugin<Exports>) &
  Retirable;

/**
 * The second half of loading, on whichever tier; what the others take is loaded for the first plugin on them. `givenUp` ends
 * the plugin while it is set up, and is thrown what it is aborted for, but where the plugin runs in this thread and waits
 * for nothing.
 */
export async function loadPrepared<Exports extends object>(
  prepared: PreparedPlugin,
  givenUp?: AbortSignal,
): Promise<AnyPlugin<Exports>> {
  const { isolation, isSuspending } = prepared;
  if (isSuspending) {
    const { loadSuspending } = await import("./suspension/load-suspending.ts");
    return await loadSuspending<Exports>(prepared, givenUp);
  }
  if (isolation === "inline") return await instantiatePlugin<Exports>(prepared);
  const { loadApart } = await import("./tiers/load-apart.ts");
  return await loadApart<Exports>(prepared, isolation, givenUp);
}
