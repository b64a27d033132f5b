import type { WitSource } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";

/**
 * What the WIT tools threw about a contract: a {@link BuildError} with the line that it is about as its `output`. `choice`
 * is what to do where the contract has other worlds than the one that was asked for.
 */
export function contractError(error: unknown, wit: readonly WitSource[], choice: string): unknown {
  if (!PluginError.is(error)) return error;
  const { path, reason } = error;
  const output = path === undefined ? undefined : shownLine(path, wit);
  const details = { cause: error, ...(output !== undefined && { output }) };
  return new BuildError("read the contract", `${reason}${cureOf(error, choice)}`, details);
}

/** What the tools say, and what to do then. */
const cures: readonly (readonly [said: RegExp, cure: string])[] = [
  [/no `package` header/, "; begin it with one, such as: package acme:text;"],
  [/has no world$/, "; write one, such as: world text-filter { export transform: func(text: string) -> string; }"],
  [/expected an identifier.*found keyword `(.+)`$/, "; as a name it is written %$1"],
];

function cureOf({ path, reason }: PluginError, choice: string): string {
  // Worlds are all of which the tools list those that there are, and that stand nowhere.
  if (path === undefined && reason.includes(": known are ")) return `; ${choice}`;
  for (const [said, cure] of cures) {
    const found = said.exec(reason);
    if (found !== null) return cure.replace("$1", found[1] ?? "");
  }
  return "";
}

/** How much of a line is shown, of a longer one around its mistake. */
const shownLetters = 160;

/** The line at `world.wit:3:12`, and a mark below the column. */
function shownLine(place: string, wit: readonly WitSource[]): string | undefined {
  const [, path, line = "", column = ""] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  const text = wit.find((source) => source.path === path)?.text.split(/\r?\n/)[Number(line) - 1];
  if (text === undefined) return undefined;
  const margin = " ".repeat(line.length);
  // Columns are counted in characters; tabs stay, so that the mark stands below whatever a terminal makes of them.
  const letters = [...text];
  const at = Number(column) - 1;
  const start = Math.max(0, at - shownLetters / 2);
  const shown = letters.slice(start, start + shownLetters).join("");
  const before = letters.slice(start, at).join("");
  return `${place}\n${margin} |\n${line} | ${shown}\n${margin} | ${before.replace(/[^\t]/gu, " ")}^`;
}
