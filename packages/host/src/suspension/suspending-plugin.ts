import type { Plugin } from "../plugin.ts";
import type { ApartExports } from "../tiers/apart-exports.ts";
import type { ApartPlugin } from "../tiers/apart-plugin.ts";

/**
 * A plugin in this thread that waits for promises of its host, and whose own functions give promises therefore. Its calls
 * run one after another, in the order in which they were made. A call by a function of the host's that the plugin waits for
 * is refused: it would wait for itself.
 */
export interface SuspendingPlugin<Exports>
  extends Omit<ApartPlugin<Exports>, "isolation" | "files">,
    Pick<Plugin<ApartExports<Exports>>, "memories" | "files"> {
  readonly isolation: "inline";
}
