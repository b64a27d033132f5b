import { relative } from "node:path";
import { loadPlugin, PluginError } from "@polyplug/host";
import type { BuiltGuest, FailedGuest, GuestOutcome } from "@polyplug/toolchains";
import type { Adder } from "./adder.ts";
import { adderList } from "./adder-list.ts";
import { adderNotes } from "./adder-notes.ts";
import { adderTable, tableWidth } from "./adder-table.ts";
import { guestTitle, languageTitle } from "./guest-title.ts";
import { type MeasuredAdder, measureAdder } from "./measure-adder.ts";
import { otherGuests } from "./other-guests.ts";
import { showMissingImport } from "./show-missing-import.ts";
import { showTrap } from "./show-trap.ts";
import type { Timing } from "./time-calls.ts";
import { wrapText } from "./wrap-text.ts";

/** What the tour needs of its surroundings. */
export interface Stage {
  readonly print: (line: string) => void;
  readonly bold: (text: string) => string;
  /** How wide a line may be. */
  readonly columns: number;
  readonly timeCalls: (timing: Timing) => Promise<number>;
}

/** Which guest did not do what it is there for. */
export type FailedShow = Pick<FailedGuest, "topic" | "language" | "target">;

/**
 * Shows the adders as a table, plugins that trap and the host that goes on, the error for imports that nobody provides,
 * and where the plugins of other topics are. Gives the guests that failed; they do not keep the others from being
 * shown. A language that cannot be had here is told of with its cure, and is no failure.
 */
export async function tour(guests: readonly GuestOutcome[], stage: Stage): Promise<readonly FailedShow[]> {
  const { print, bold, columns, timeCalls } = stage;
  const title = (text: string) => print(`\n${bold(text)}`);
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`).forEach(print);
  const ofTopic = (topic: string) => guests.filter((guest) => guest.topic === topic);
  const failed: FailedShow[] = [];
  const show = async (guest: GuestOutcome, lines: (guest: BuiltGuest) => Promise<readonly string[]>) => {
    const shown = await linesOf(guest, lines);
    indent(shown.lines);
    if (shown.failed) failed.push(guest);
  };

  title("adder(a, b), from any language");
  const adders: MeasuredAdder[] = [];
  for (const guest of ofTopic("adder")) adders.push(await measureAdder(guest, timeCalls));
  print(columns < tableWidth ? adderList(adders, columns) : adderTable(adders, bold));
  for (const note of adderNotes(adders)) print(wrapText(note, columns));
  for (const { guest, outcome } of adders) {
    if ("details" in outcome) print(`\n${guestTitle(guest)}\n${outcome.details}`);
  }
  failed.push(...adders.flatMap(({ guest, outcome }) => ("failed" in outcome && outcome.failed ? [guest] : [])));

  for (const guest of ofTopic("panic")) {
    title(`A plugin in ${languageTitle(guest)} that fails`);
    await show(guest, ({ path }) => showTrap(path));
  }

  title("The host goes on");
  for (const { guest, outcome } of adders) if ("sums" in outcome) await show(guest, sumOf);

  for (const guest of ofTopic("unmet")) {
    title(`A plugin in ${languageTitle(guest)} whose imports nobody provides`);
    await show(guest, ({ path }) => showMissingImport(relative(process.cwd(), path)));
  }

  const others = guests.filter(({ topic }) => !["adder", "panic", "unmet"].includes(topic));
  if (others.length > 0) {
    title("Plugins of other topics");
    indent(await otherGuests(others));
    failed.push(...others.filter((guest) => "error" in guest));
  }
  return failed;
}

async function linesOf(
  guest: GuestOutcome,
  show: (guest: BuiltGuest) => Promise<readonly string[]>,
): Promise<{ readonly lines: readonly string[]; readonly failed: boolean }> {
  if ("cure" in guest) return { lines: [guest.cure], failed: false };
  if ("error" in guest) return { lines: ["cannot be built, see above"], failed: true };
  try {
    return { lines: await show(guest), failed: false };
  } catch (error) {
    if (PluginError.is(error)) return { lines: `${error.code}: ${error.message}`.split("\n"), failed: true };
    throw error;
  }
}

async function sumOf(guest: BuiltGuest): Promise<readonly string[]> {
  const plugin = await loadPlugin<Adder>(guest.path, { grant: guest.grant });
  const sum = plugin.exports.adder(1, 7);
  plugin.dispose();
  return [`${guestTitle(guest)}: adder(1, 7) = ${sum}`];
}
