import { readFile } from "node:fs/promises";
import { markdownTable } from "markdown-table";
import type { CaseResult } from "./case-result.ts";
import { type Cell, type Grid, gridsOf, isOf } from "./grid.ts";
import { reasonRows } from "./reason-rows.ts";

/** What the page says that no result does. */
export interface PageFacts {
  /** As pip knows it: `wasmtime 50.0.1`. */
  readonly wasmtime: string;
}

const requirements = new URL("../../wasmtime/requirements.txt", import.meta.url);

export async function pageFacts(): Promise<PageFacts> {
  return { wasmtime: (await readFile(requirements, "utf8")).trim().replace("==", " ") };
}

/** The page of results, in Markdown. The same results make the same page. */
export function matrixPage(results: readonly CaseResult[], { wasmtime }: PageFacts): string {
  const [forms, tiers] = gridsOf(results);
  const { rows } = forms;
  const cases = [...new Set(results.map((result) => result.case))];
  const marks = cases.map((name) => [
    `[${name}](cases/${name})`,
    ...rows.map(({ variant }) => mark(results.filter((result) => result.case === name && isOf(result, variant)))),
  ]);
  return `# The matrix

Made by \`npm run matrix -- --write\`: every case of [\`cases\`](cases), as guests in each language, as core plugins and as
components, with both implementations of the canonical ABI and on ${wasmtime}, on every tier and under limits.

## Cases passed, of all

${gridTable(forms)}

A case passes where each of its calls ends as it should. Guests in JavaScript and TypeScript are components alone: the tools
make nothing else. wasmtime runs components alone. Here all run in the thread of their host, without a limit of time.

## Cases passed, on each tier

${gridTable(tiers)}

Of both forms together. With \`time\` and \`fuel\` a guest has a limit that it does not come near, for which its code is made
over, or its process watched; with \`async\` it may wait for its host.

## By case

${table(["", ...rows.map(({ variant }) => variant.title)], marks)}

✓ passes in every way, ~ is known not to in one at least, for a reason below.

## Known not to pass

What is at fault is a language's tools, or what stands between wasmtime and us. A call that is known to fail and passes
fails the run.

${table(["case", "language", "where", "why"], reasonRows(results))}
`;
}

function gridTable({ columns, rows }: Grid): string {
  return table(
    ["", ...columns.map(({ group, title }) => `${group}, ${title}`)],
    rows.map(({ variant, cells }) => [variant.title, ...cells.map(showCell)]),
  );
}

function showCell(cell: Cell | undefined): string {
  return cell === undefined ? "" : `${cell.passed}/${cell.total}`;
}

function mark(results: readonly CaseResult[]): string {
  if (results.every(({ result }) => result === "pass")) return "✓";
  return results.every(({ result }) => result === "pass" || result === "known-failure") ? "~" : "✗";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable([head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|"))));
}
