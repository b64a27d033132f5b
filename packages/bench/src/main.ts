import { parseArgs } from "node:util";
import { buildGuests, describeGuest, printProgress, tellProgress } from "@polyplug/toolchains";
import Table from "cli-table3";
import { adderCalls, lookedUpCalls } from "./cases/adder-calls.ts";
import { closureCalls } from "./cases/closure-calls.ts";
import { firstLoad } from "./cases/first-load.ts";
import { loadAdders } from "./cases/loaded-adder.ts";
import { type Comparison, missesGoal } from "./comparison.ts";

const usage = `npm run bench [-- --json --check]

Times our ways beside a baseline in the same run, and prints medians and ratios.
--check ends with 1 when a goal is missed.`;

const flag = { type: "boolean" } as const;
const { values } = parseArgs({ options: { json: flag, check: flag, help: { ...flag, short: "h" } } });
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const onProgress = printProgress(process.stderr);
const all = await buildGuests({ topics: ["adder"], onProgress });
for (const guest of all) {
  if ("cure" in guest) console.error(`left out: ${describeGuest(guest)}, ${guest.cure}`);
  if ("error" in guest) {
    console.error(`left out: ${describeGuest(guest)}, see above`);
    process.exitCode = 1;
  }
}
const guests = all.filter((guest) => "path" in guest);
const time = <T>(task: string, step: () => Promise<T>) => tellProgress(`time ${task}`, onProgress, step);
const load = await time("new processes", firstLoad);
const adders = await loadAdders(guests);
const calls = await time("calls", () => adderCalls(adders));
const closures = await time("calls by closures", () => closureCalls(guests));
const lookedUp = await time("calls of what is looked up", () => lookedUpCalls(adders));
const comparisons = [load, ...calls.slice(0, 1), ...closures, ...lookedUp, ...calls.slice(1)];

if (values.json) console.log(JSON.stringify({ node: process.version, comparisons }, undefined, 2));
else {
  console.log(`Node ${process.version}; medians; a ratio, or what comes on top`);
  console.log(tableOf(comparisons));
}
if (values.check && comparisons.some(missesGoal)) process.exitCode = 1;

function tableOf(rows: readonly Comparison[]): string {
  const table = new Table({
    head: ["case", "baseline", "ours", "result", "goal"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const comparison of rows) {
    const { name, unit, baseline, ours, result } = comparison;
    const show = (value: number) => (result.kind === "ratio" ? `${value.toFixed(2)} x` : `${value.toFixed(1)} ${unit}`);
    const goal = result.atMost === undefined ? "" : `<= ${show(result.atMost)}`;
    const missed = missesGoal(comparison) ? " missed" : "";
    table.push([
      name,
      `${baseline.toFixed(1)} ${unit}`,
      `${ours.toFixed(1)} ${unit}`,
      show(result.value),
      goal + missed,
    ]);
  }
  return table.toString();
}
