import { relative } from "node:path";
import { loadPlugin } from "@polyplug/host";
import { adapters, type BuiltGuest, type UnbuiltGuest } from "@polyplug/toolchains";
import type { Adder } from "./adder.ts";
import { adderTable } from "./adder-table.ts";
import { showMissingImport } from "./show-missing-import.ts";
import { showTrap } from "./show-trap.ts";
import type { Timing } from "./time-calls.ts";

/** What the tour needs of its surroundings. */
export interface Stage {
  readonly print: (line: string) => void;
  readonly bold: (text: string) => string;
  readonly timeCalls: (timing: Timing) => Promise<number>;
}

/**
 * Shows the adders as a table, plugins that trap and the host that goes on, and the error for imports that nobody
 * provides. A language that cannot be built here is told of with its cure, and is no failure.
 */
export async function tour(guests: readonly (BuiltGuest | UnbuiltGuest)[], stage: Stage): Promise<void> {
  const { print, bold, timeCalls } = stage;
  const title = (text: string) => print(`\n${bold(text)}`);
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`).forEach(print);
  const ofTopic = (topic: string) => guests.filter((guest) => guest.topic === topic);

  const adders = ofTopic("adder");
  title("adder(a, b), from any language");
  print(await adderTable(adders, timeCalls, bold));
  print("ns a call through plugin.exports, and direct: the same function as the engine's instance.exports gives it");

  for (const guest of ofTopic("panic")) {
    title(`A plugin in ${titleOf(guest)} that fails`);
    indent("cure" in guest ? [guest.cure] : await showTrap(guest.path));
  }

  title("The host goes on");
  for (const guest of adders) if ("path" in guest) indent([await sumOf(guest)]);

  for (const guest of ofTopic("unmet")) {
    title(`A plugin in ${titleOf(guest)} whose imports nobody provides`);
    indent("cure" in guest ? [guest.cure] : await showMissingImport(relative(process.cwd(), guest.path)));
  }
}

async function sumOf(guest: BuiltGuest): Promise<string> {
  const plugin = await loadPlugin<Adder>(guest.path, { grant: guest.grant });
  const sum = plugin.exports.adder(1, 7);
  plugin.dispose();
  return `${titleOf(guest)} for ${guest.target}: adder(1, 7) = ${sum}`;
}

function titleOf({ language }: BuiltGuest | UnbuiltGuest): string {
  return adapters.get(language)?.title ?? language;
}
