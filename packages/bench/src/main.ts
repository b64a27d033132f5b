import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { printProgress } from "@polyplug/toolchains";
import { resultsPage } from "./report/results-page.ts";
import { resultsTable } from "./report/results-table.ts";
import { misses } from "./row.ts";
import { runBench } from "./run-bench.ts";
import { cheapest, thorough } from "./settings.ts";

const usage = `npm run bench -- [--json FILE] [--write] [--check] [--quick] [--without-peers]

Times our ways beside baselines and peers in one run, and prints medians and ratios.
--json FILE      also writes an array of { case, unit, ours, baseline, peers, ratio, target, met }
--write          also writes the page of results, packages/bench/RESULTS.md
--check          ends with 1 when a target is missed
--quick          measures just enough to see that everything works
--without-peers  installs no other project, and leaves their columns empty`;

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({
  options: {
    json: { type: "string" },
    write: flag,
    check: flag,
    quick: flag,
    "without-peers": flag,
    help: { ...flag, short: "h" },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const settings = values.quick ? cheapest : thorough;
const peers = values["without-peers"] ? "left out" : "installed";
const results = await runBench({ settings, peers, onProgress: printProgress(process.stderr) });
for (const reason of results.leftOut) {
  console.error(`left out: ${reason}`);
  process.exitCode = 1;
}
console.log(resultsTable(results));
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(results.rows, undefined, 2)}\n`);
if (values.write)
  await writeFile(fileURLToPath(new URL("../RESULTS.md", import.meta.url)), resultsPage(results, settings));
if (values.check && results.rows.some(misses)) process.exitCode = 1;
