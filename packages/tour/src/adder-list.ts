import { formatSize } from "./format-size.ts";
import { guestTitle } from "./guest-title.ts";
import type { MeasuredAdder } from "./measure-adder.ts";
import { wrapText } from "./wrap-text.ts";

/** What {@link adderTable} has in a row, as a few short lines an adder, for terminals that are narrower. */
export function adderList(adders: readonly MeasuredAdder[], columns: number): string {
  return adders
    .flatMap(({ guest, outcome }) => [
      guestTitle(guest),
      ...linesOf(outcome).flatMap((line) =>
        wrapText(line, columns - 2)
          .split("\n")
          .map(indented),
      ),
    ])
    .join("\n");
}

function linesOf(outcome: MeasuredAdder["outcome"]): readonly string[] {
  if ("remark" in outcome) return [outcome.remark];
  const { size, imports, sums, through, direct } = outcome;
  return [
    `${formatSize(size)}, ${imports} ${imports === 1 ? "import" : "imports"}`,
    `adder(2, 4) = ${sums[0]}, adder(1, 7) = ${sums[1]}`,
    `${through.toFixed(1)} ns/call, direct ${direct.toFixed(1)}`,
  ];
}

function indented(line: string): string {
  return `  ${line}`;
}
