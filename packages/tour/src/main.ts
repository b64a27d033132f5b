/**
 * What `npm start` shows: the adders as a table, plugins that trap and the host that goes on, and the error for imports
 * that nobody provides. A language that cannot be built here is told of with its cure, and is no failure.
 */
import { relative } from "node:path";
import { styleText } from "node:util";
import { loadPlugin } from "@polyplug/host";
import { adapters, type BuiltGuest, buildGuests, printProgress, type UnbuiltGuest } from "@polyplug/toolchains";
import type { Adder } from "./adder.ts";
import { adderTable } from "./adder-table.ts";
import { grantFor } from "./grant-for.ts";
import { showMissingImport } from "./show-missing-import.ts";
import { showTrap } from "./show-trap.ts";
import { timeCalls } from "./time-calls.ts";

const paint: typeof styleText = (format, text) => styleText(format, text, { stream: process.stdout });

// A panic in Rust is ten functions deep before the plugin's own begin, and ten is where the engine stops by default.
Error.stackTraceLimit = 50;

const interruption = new AbortController();
const exitCodes = { SIGINT: 130, SIGTERM: 143 };
for (const [signal, exitCode] of Object.entries(exitCodes)) {
  process.once(signal, () => {
    // Ends the compilers; nothing else outlives this process.
    interruption.abort(new Error(signal));
    process.exit(exitCode);
  });
}

const guests = await buildGuests({ onProgress: printProgress(process.stderr), signal: interruption.signal });
const ofTopic = (topic: string) => guests.filter((guest) => guest.topic === topic);

title("adder(a, b), from any language");
const adders = ofTopic("adder");
console.log(await adderTable(adders, timeCalls, (text) => paint("bold", text)));
console.log(
  "ns a call through plugin.exports, and direct: the same function as the engine's instance.exports gives it",
);

for (const guest of ofTopic("panic")) {
  title(`A plugin in ${titleOf(guest)} that fails`);
  if ("cure" in guest) indent([guest.cure]);
  else indent(await showTrap(guest.path));
}

const neighbour = adders.find((guest): guest is BuiltGuest => "path" in guest);
if (neighbour !== undefined) {
  const plugin = await loadPlugin<Adder>(neighbour.path, { grant: grantFor(neighbour.language) });
  title("The host goes on");
  indent([`${titleOf(neighbour)}: adder(1, 7) = ${plugin.exports.adder(1, 7)}`]);
  plugin.dispose();
}

for (const guest of ofTopic("unmet")) {
  title(`A plugin in ${titleOf(guest)} whose imports nobody provides`);
  indent("cure" in guest ? [guest.cure] : await showMissingImport(relative(process.cwd(), guest.path)));
}

function titleOf({ language }: BuiltGuest | UnbuiltGuest): string {
  return adapters.get(language)?.title ?? language;
}

function title(text: string): void {
  console.log(`\n${paint("bold", text)}`);
}

function indent(lines: readonly string[]): void {
  for (const line of lines) console.log(`  ${line}`);
}
