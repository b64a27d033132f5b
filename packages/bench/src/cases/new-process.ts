import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adderOf } from "../adder-of.ts";
import type { Guests } from "../guests.ts";
import { measure } from "../measure.ts";
import { jcoLoads } from "../peers/jco-loads.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import { type Row, rowOf } from "../row.ts";
import { programs } from "../run-program.ts";
import type { Settings } from "../settings.ts";
import { processWay } from "./process-way.ts";

const shared = { unit: "ms", against: "node -e 0", measure: "difference", target: 15 } as const;

/** New processes that load a plugin and call it, beside one that does nothing. */
export async function newProcess(
  { small, contract }: Guests,
  packages: PeerPackages | undefined,
  settings: Settings,
): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const adder = join(folder, "adder.wasm");
    await writeFile(adder, adderOf(500));
    const load = programs.loadAndTransform;
    const typed = [
      processWay("baseline", ["-e", "0"]),
      processWay("ours", [load, small.core, contract]),
      processWay("reference", [load, small.core, contract, "reference"]),
      ...(packages === undefined ? [] : await jcoLoads(packages, small.component, ({ elapsed }) => elapsed)),
    ];
    const bare = [processWay("baseline", ["-e", "0"]), processWay("ours", [programs.loadAndAdd, adder])];
    const absent = packages === undefined ? ["jco"] : [];
    return [
      rowOf(
        { case: "new process: load a small plugin and call it", ...shared },
        await measure(typed, settings),
        absent,
      ),
      rowOf({ case: "new process: load a bare module and call it", ...shared }, await measure(bare, settings)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
