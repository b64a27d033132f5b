import type { WitSource } from "@polyplug/bindgen";
import { PluginError } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";

/** What the WIT tools threw about a contract: a {@link BuildError} with the line that it is about as its `output`. */
export function contractError(error: unknown, wit: readonly WitSource[]): unknown {
  if (!PluginError.is(error)) return error;
  const output = error.path === undefined ? undefined : shownLine(error.path, wit);
  return new BuildError("read the contract", error.reason, { cause: error, ...(output !== undefined && { output }) });
}

/** The line at `world.wit:3:12`, and a mark below the column. */
function shownLine(place: string, wit: readonly WitSource[]): string | undefined {
  const [, path, line = "", column = ""] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  const text = wit.find((source) => source.path === path)?.text.split(/\r?\n/)[Number(line) - 1];
  if (text === undefined) return undefined;
  const margin = " ".repeat(line.length);
  // Columns are counted in characters; tabs stay, so that the mark stands below whatever a terminal makes of them.
  const before = [...text].slice(0, Number(column) - 1).join("");
  return `${place}\n${margin} |\n${line} | ${text}\n${margin} | ${before.replace(/[^\t]/gu, " ")}^`;
}
