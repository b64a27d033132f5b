import { printableLine } from "@polyplug/errors";
import { type ReplayOutcome, replayCalls } from "@polyplug/host";
import { exitCode } from "../exit-code.ts";
import type { Report } from "../report.ts";
import { columns } from "../show/columns.ts";
import { count } from "../show/count.ts";

/** Runs a record again, and says where the plugin differs from it. */
export async function replay(record: string, plugin: string): Promise<Report> {
  const outcome = await replayCalls(record, plugin);
  const { matches, sameBytes, calls, imports, end, fault, difference } = outcome;
  return {
    exitCode: matches ? exitCode.done : exitCode.failed,
    stdout: showOutcome(printableLine(record), printableLine(plugin), outcome),
    stderr: "",
    json: { matches, sameBytes, calls, imports, end, fault, difference },
  };
}

const ends: Readonly<Record<ReplayOutcome["end"], string>> = {
  complete: "",
  truncated: "the record had no room for more",
  cut: "the record ends in the middle of a call",
};

function showOutcome(record: string, plugin: string, outcome: ReplayOutcome): string {
  const { matches, sameBytes, calls, imports, end, fault, difference } = outcome;
  const notes = [
    ...(sameBytes ? [] : ["the plugin has other bytes than the one that was recorded"]),
    ...(end === "complete" ? [] : [ends[end]]),
    ...(fault === undefined ? [] : [`it met the fault of the record: ${printableLine(fault.reason)}`]),
  ].map((note) => `  ${note}\n`);
  const done = `${count(calls)} ${calls === 1 ? "call" : "calls"}, ${count(imports)} answered`;
  if (matches) return `${plugin} does what ${record} says: ${done}\n${notes.join("")}`;
  const { line = 0, wanted = "", found = "" } = difference ?? {};
  const rows = Object.entries({ wanted, found }).map(([field, text]) => [field, printableLine(text)]);
  return [`${plugin} differs from ${record} in line ${line}`, ...columns(rows), notes.join("")].join("\n");
}
