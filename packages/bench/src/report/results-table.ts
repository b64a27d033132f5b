import Table from "cli-table3";
import { measured } from "../row.ts";
import type { Results } from "../run-bench.ts";
import { showFigure, showMeasured, showTarget } from "./show.ts";

/** The rows as text for a terminal. */
export function resultsTable({ rows, peers }: Results): string {
  const names = peers.map(({ name }) => name);
  const table = new Table({
    head: ["case", "baseline", "ours", "result", "target", "reference", ...names],
    colAligns: ["left", ...new Array(5 + names.length).fill("right")],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push([
      row.case,
      showFigure(row.baseline, row),
      showFigure(row.ours, row),
      showMeasured(row, measured(row)),
      showTarget(row),
      showFigure(row.reference, row),
      ...names.map((name) => showFigure(row.peers[name], row)),
    ]);
  }
  const reasons = peers.flatMap(({ name, reason }) => (reason === undefined ? [] : [`${name}: ${reason}`]));
  return [`Node ${process.version}`, table.toString(), ...reasons].join("\n");
}
