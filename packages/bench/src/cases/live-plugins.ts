import type { Guests } from "../guests.ts";
import { type Row, rowOf } from "../row.ts";
import { programs, runNode } from "../run-program.ts";
import type { Settings } from "../settings.ts";

/** What memory one plugin takes beside many others that are all in use. It hardly varies from run to run. */
export function livePlugins({ small }: Guests, { live }: Settings): Row {
  const holding = (how: string): number =>
    Number(runNode(["--expose-gc", programs.livePlugins, small.core, String(live), how]).stdout);
  const figures = new Map([
    ["baseline", holding("by hand")],
    ["ours", holding("loaded")],
  ]);
  const name = `one of ${live.toLocaleString("en")} live plugins in one process`;
  return rowOf({ case: name, unit: "kB", against: "the engine's own instances", measure: "amount" }, figures);
}
