import { loadPlugin } from "@polyplug/host";
import { adapters, type BuiltGuest, type UnbuiltGuest } from "@polyplug/toolchains";
import Table from "cli-table3";
import type { Adder } from "./adder.ts";
import type { Timing } from "./time-calls.ts";
import { wrapText } from "./wrap-text.ts";

const head = ["language", "target", "size", "imports", "grants", "adder(2, 4)", "adder(1, 7)", "ns a call", "direct"];

/** One row for each adder: what it is, what it answers, and what a call costs beside one without the host. */
export async function adderTable(
  adders: readonly (BuiltGuest | UnbuiltGuest)[],
  timeCalls: (timing: Timing) => Promise<number>,
  paintHead: (text: string) => string,
): Promise<string> {
  const table = new Table({ head: head.map(paintHead), chars, style, colAligns: alignments });
  for (const adder of adders) {
    const name = [adapters.get(adder.language)?.title ?? adder.language, adder.target];
    if ("cure" in adder)
      table.push([...name, { colSpan: head.length - name.length, hAlign: "left", content: wrapText(adder.cure, 70) }]);
    else table.push([...name, ...(await measuredCells(adder, timeCalls))]);
  }
  return table.toString();
}

/** No lines but the one below the head: with them the table would be wider than most terminals. */
const none = { top: "", "top-mid": "", "top-left": "", "top-right": "", left: "", right: "", middle: "" };
const bottom = { bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" };
const chars = { ...none, ...bottom, "left-mid": "", "right-mid": "", "mid-mid": "─" };
const style = { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 2 };

const alignments: Table.HorizontalAlignment[] = head.map((_, column) =>
  column < 2 || column === 4 ? "left" : "right",
);

async function measuredCells(
  { path, grant }: BuiltGuest,
  timeCalls: (timing: Timing) => Promise<number>,
): Promise<string[]> {
  const plugin = await loadPlugin<Adder>(path, { grant });
  const { size, imports } = plugin.info;
  const sums = [plugin.exports.adder(2, 4), plugin.exports.adder(1, 7)];
  plugin.dispose();
  // One after the other: timed at once they would slow each other down.
  const through = await timeCalls({ path, grant, through: "plugin.exports" });
  const direct = await timeCalls({ path, grant, through: "instance.exports" });
  return [
    `${size.toLocaleString("en")} B`,
    String(imports.length),
    Object.keys(grant).join(", "),
    ...sums.map(String),
    through.toFixed(1),
    direct.toFixed(1),
  ];
}
