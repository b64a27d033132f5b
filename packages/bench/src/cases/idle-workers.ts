import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adderOf } from "../adder-of.ts";
import { type Row, rowOf } from "../row.ts";
import { programs, runNode } from "../run-program.ts";

const workers = 10;

/** What a process with plugins in threads takes of a processor while nobody calls them. It says so itself. */
export async function idleWorkers(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-bench-"));
  try {
    const adder = join(folder, "adder.wasm");
    await writeFile(adder, adderOf(500));
    const used = Number(runNode([programs.idleWorkers, adder, String(workers)]).stdout);
    const subject = { case: `a second in which ${workers} workers have no call`, unit: "ms", against: "-" } as const;
    return rowOf({ ...subject, measure: "amount", target: 10 }, new Map([["ours", used]]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
