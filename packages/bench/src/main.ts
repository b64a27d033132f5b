import { parseArgs } from "node:util";
import { buildGuests, printProgress } from "@polyplug/toolchains";
import Table from "cli-table3";
import { adderCalls } from "./cases/adder-call.ts";
import { firstLoad } from "./cases/first-load.ts";
import type { Comparison } from "./comparison.ts";

const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
if (values.help) {
  console.log(
    "npm run bench [-- --json]\n\nTimes our ways beside a baseline in the same run, and prints medians and ratios.",
  );
  process.exit(0);
}

const guests = await buildGuests({ topics: ["adder"], onProgress: printProgress(process.stderr) });
for (const guest of guests) if ("cure" in guest) console.error(`left out: ${guest.language}, ${guest.cure}`);
const comparisons = [await firstLoad(), ...(await adderCalls(guests.filter((guest) => "path" in guest)))];

if (values.json) console.log(JSON.stringify({ node: process.version, comparisons }, undefined, 2));
else {
  console.log(`Node ${process.version}; medians; a ratio, or what comes on top`);
  console.log(tableOf(comparisons));
}

function tableOf(rows: readonly Comparison[]): string {
  const table = new Table({
    head: ["case", "baseline", "ours", "result", "goal"],
    colAligns: ["left", "right", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, unit, baseline, ours, result } of rows) {
    const show = (value: number) => (result.kind === "ratio" ? `${value.toFixed(2)} x` : `${value.toFixed(1)} ${unit}`);
    const goal = `<= ${show(result.atMost)}${result.value <= result.atMost ? "" : " missed"}`;
    table.push([name, `${baseline.toFixed(1)} ${unit}`, `${ours.toFixed(1)} ${unit}`, show(result.value), goal]);
  }
  return table.toString();
}
