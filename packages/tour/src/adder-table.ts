import { formatSize } from "./format-size.ts";
import { languageTitle } from "./guest-title.ts";
import type { MeasuredAdder } from "./measure-adder.ts";
import { plainTable, printTable } from "./plain-table.ts";
import { wrapText } from "./wrap-text.ts";

/** The most columns that the table takes, with the languages and targets of today. */
export const tableWidth = 100;

const head = ["language", "target", "size", "imports", "adder(2, 4)", "adder(1, 7)", "ns/call", "direct"];

/** One row for each adder. */
export function adderTable(adders: readonly MeasuredAdder[], bold: (text: string) => string): string {
  const table = plainTable(
    head.map(bold),
    head.map((_, column) => (column < 2 ? "left" : "right")),
  );
  for (const { guest, outcome } of adders) {
    const name = [languageTitle(guest), guest.target ?? ""];
    if ("remark" in outcome) {
      const content = wrapText(outcome.remark, remarkWidth);
      table.push([...name, { colSpan: head.length - name.length, hAlign: "left", content }]);
    } else {
      const { size, imports, sums, through, direct } = outcome;
      table.push([...name, formatSize(size), ...[imports, ...sums].map(String), through.toFixed(1), direct.toFixed(1)]);
    }
  }
  return printTable(table);
}

/** What the columns after the target have together, whatever is in them. */
const remarkWidth = 55;
