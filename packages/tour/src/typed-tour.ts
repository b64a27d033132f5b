import { PluginError, ResultError } from "@polyplug/host";
import type { TypedGuestOutcome } from "@polyplug/toolchains";
import { formatSize } from "./format-size.ts";
import { languageTitle } from "./guest-title.ts";
import { plainTable, printTable } from "./plain-table.ts";
import { type ShownFilter, showFilter } from "./show-filter.ts";
import type { Stage } from "./tour.ts";

/**
 * Shows the text filters: plugins in several languages, as core modules and as components, that one contract types. Gives
 * those that failed; a language that cannot be had here is told of with its cure, and is no failure.
 */
export async function typedTour(
  guests: readonly TypedGuestOutcome[],
  { print, bold }: Stage,
): Promise<readonly TypedGuestOutcome[]> {
  const head = ["language", "as", "size", 'of "hello"', 'of ""'];
  const table = plainTable(head.map(bold), ["left", "left", "right", "left", "left"]);
  const failed: TypedGuestOutcome[] = [];
  const told = new Set<string>();
  for (const guest of guests) {
    const name = [languageTitle(guest), guest.generator ?? guest.target];
    const shown = await outcomeOf(guest);
    if (typeof shown === "string") {
      table.push([...name, { colSpan: head.length - name.length, hAlign: "left", content: shown }]);
      if (!("cure" in guest)) failed.push(guest);
    } else {
      table.push([...name, formatSize(shown.size), shown.answer, shown.refusal]);
      for (const line of shown.log) told.add(line);
    }
  }
  print(`\n${bold("transform(text), through one contract")}`);
  print(printTable(table));
  if (told.size > 0) print(`They told their host: ${[...told].join("; ")}.`);
  return failed;
}

async function outcomeOf(guest: TypedGuestOutcome): Promise<ShownFilter | string> {
  if ("cure" in guest) return guest.cure;
  if ("error" in guest) return "cannot be built, see above";
  try {
    return await showFilter(guest);
  } catch (error) {
    if (PluginError.is(error) || ResultError.is(error)) return error.message;
    throw error;
  }
}
