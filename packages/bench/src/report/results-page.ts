import { cpus } from "node:os";
import { markdownTable } from "markdown-table";
import { leastLoad } from "../cases/least-load.ts";
import { transpiling } from "../peers/jco-loads.ts";
import { measured, misses, type Row } from "../row.ts";
import type { Results } from "../run-bench.ts";
import type { Settings } from "../settings.ts";
import { explanations } from "./explanations.ts";
import { showFigure, showMeasured, showTarget } from "./show.ts";

/** The page of results, in Markdown. */
export function resultsPage({ rows, peers }: Results, { rounds, blocks }: Settings): string {
  const bare = rows.filter((row) => row.case.startsWith("bare adder"));
  const least = rows.filter((row) => row.case.startsWith(leastLoad));
  const compared = rows.filter((row) => !bare.includes(row) && !least.includes(row));
  const names = peers.map(({ name }) => name);
  const versions = peers.map(({ name, version, reason }) => `${name} ${version ?? `(${reason})`}`);
  const missed = rows.filter(misses);
  return `# Results

Made by \`npm run bench -- --write\` with Node ${process.version} on ${machine()}.
Each figure is a median of ${rounds} samples, taken in turn with those beside it; of ${blocks} such medians, the least. The times differ
from machine to machine, the ratios hardly do. "Ours" is the host with code made for each signature, "reference" the
host where code may not be made. [How it is timed](README.md#how-it-is-timed).

## Beside hand-written code and other projects

${figuresTable(
  ["case", "held against", "", "ours", "result", "target", "reference", ...names],
  compared.map((row) => [
    row.case,
    row.against,
    showFigure(row.baseline, row),
    showFigure(row.ours, row),
    showMeasured(row, measured(row)),
    showTarget(row),
    showFigure(row.reference, row),
    ...names.map((name) => showPeer(row, name)),
  ]),
)}

${versions.join(", ")}.
jco transpiles components before; with that done while loading, it takes what stands behind. Extism passes bytes; there and
with isolated-vm and quickjs-emscripten, which run scripts, records cross as JSON.

## Missed targets

${missed.length === 0 ? "None." : missed.map(explain).join("\n")}

## What a first load takes

The same load in a new process with less and less of our own work in it, down to none.

${plainTable(least)}

## Bare modules

${plainTable(bare)}
`;
}

function plainTable(rows: readonly Row[]): string {
  return figuresTable(
    ["case", "held against", "", "ours", "result", "target"],
    rows.map((row) => [
      row.case,
      row.against,
      showFigure(row.baseline, row),
      showFigure(row.ours, row),
      showMeasured(row, measured(row)),
      showTarget(row),
    ]),
  );
}

/** The first two columns are names, the others figures. */
function figuresTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    [head, ...rows].map((cells) => [...cells]),
    { align: head.map((_, column) => (column < 2 ? null : "right")) },
  );
}

function showPeer(row: Row, name: string): string {
  const shown = showFigure(row.peers[name], row);
  const transpiled = row.peers[transpiling];
  return name === "jco" && transpiled !== undefined ? `${shown}; ${showFigure(transpiled, row)}` : shown;
}

function explain(row: Row): string {
  const why = explanations[row.case] ?? "not explained yet";
  return `- **${row.case}**: ${showMeasured(row, measured(row))} instead of ${showMeasured(row, row.target)}. ${why}`;
}

function machine(): string {
  const all = cpus();
  return `${all.length} cores (${all[0]?.model.trim() ?? "unknown"})`;
}
