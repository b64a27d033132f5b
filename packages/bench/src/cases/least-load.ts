import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import type { Guests } from "../guests.ts";
import { measure } from "../measure.ts";
import { type Row, rowOf } from "../row.ts";
import { programs } from "../run-program.ts";
import type { Settings } from "../settings.ts";
import { processWay } from "./process-way.ts";

/** How the cases begin of what a first load would be with part of its work left out. */
export const leastLoad = "first load, ";

/** New processes that load the small plugin with less and less of our own work in it, which tells where the time goes. */
export async function leastLoads({ small, contract }: Guests, settings: Settings): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const file = await bundleInto(folder);
    const compiled = { NODE_COMPILE_CACHE: join(folder, "compiled") };
    const ways = [
      processWay("packages as they are", [programs.loadAndTransform, small.core, contract]),
      processWay("one minified file", [file, small.core, contract]),
      processWay("one minified file that Node keeps compiled", [file, small.core, contract], compiled),
      processWay("the plugin by hand", [programs.transformByHand, small.core]),
    ];
    const baseline = "node -e 0";
    const figures = await measure([processWay(baseline, ["-e", "0"]), ...ways], settings);
    const of = (party: string): number => figures.get(party) ?? Number.NaN;
    return ways.map(({ party }) => {
      const both = { baseline: of(baseline), ours: of(party) };
      const subject = { case: leastLoad + party, unit: "ms", against: baseline, measure: "difference" } as const;
      return rowOf(subject, new Map(Object.entries(both)));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The program that loads the plugin with all of the host in it. */
async function bundleInto(folder: string): Promise<string> {
  const file = join(folder, "bundled.mjs");
  const bundle = await rolldown({ input: programs.loadAndTransform, platform: "node", logLevel: "warn" });
  try {
    await bundle.write({ file, format: "esm", minify: true, comments: false, codeSplitting: false });
  } finally {
    await bundle.close();
  }
  return file;
}
