import Table from "cli-table3";

/** No lines but the one below the head: with them a table would be wider than most terminals. */
const none = { top: "", "top-mid": "", "top-left": "", "top-right": "", left: "", right: "", middle: "" };
const bottom = { bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" };
const chars = { ...none, ...bottom, "left-mid": "", "right-mid": "", "mid-mid": "" };
const style = { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 2 };

/** An empty table with this head. */
export function plainTable(head: string[], colAligns: Table.HorizontalAlignment[]): Table.Table {
  return new Table({ head, chars, style, colAligns });
}

/** The last column is padded as well, which would make lines wrap that fit. */
export function printTable(table: Table.Table): string {
  return table
    .toString()
    .split("\n")
    .map((line) => line.replace(/(──| +)$/, ""))
    .join("\n");
}
