import type { Plugin } from "@polyplug/host";
import { jsonValue, showValue } from "../show/show-value.ts";
import { convertArguments } from "./convert-arguments.ts";
import { findExport } from "./find-export.ts";

/** What a function of a bare module gave. */
export interface BareOutcome {
  /** Each result as a text. */
  readonly texts: readonly string[];
  /** Each result as JSON has it. */
  readonly encoded: readonly unknown[];
}

/** Calls a function of a bare module with words for numbers. */
export function callBare(plugin: Plugin, name: string, words: readonly string[]): BareOutcome {
  const target = findExport(plugin, name);
  const args = convertArguments(plugin.name, target, words);
  const returned = plugin.exports[name]?.(...args);
  const { results = [] } = target;
  const values = results.length > 1 && Array.isArray(returned) ? returned : [returned];
  return {
    texts: results.map((type, index) => showValue(type, values[index])),
    encoded: results.map((type, index) => jsonValue(type, values[index])),
  };
}
