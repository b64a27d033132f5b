import type { AnyPlugin } from "../guest/use-plugin.ts";
import { jsonValue, showValue } from "../show/show-value.ts";
import { convertArguments } from "./convert-arguments.ts";
import { findExport } from "./find-export.ts";

/** What a function of a bare module gave. */
export interface BareOutcome {
  /** Each result as a text. */
  readonly texts: readonly string[];
  /** For `--json`: the result, an array of several, null for none. */
  readonly json: { readonly result: unknown };
}

/** Calls a function of a bare module with words for numbers. */
export async function callBare(plugin: AnyPlugin, name: string, words: readonly string[]): Promise<BareOutcome> {
  const target = findExport(plugin, name);
  const args = convertArguments(plugin.name, target, words);
  const returned = await plugin.exports[name]?.(...args);
  const { results = [] } = target;
  const values = results.length > 1 && Array.isArray(returned) ? returned : [returned];
  const encoded = results.map((type, index) => jsonValue(type, values[index]));
  return {
    texts: results.map((type, index) => showValue(type, values[index])),
    json: { result: encoded.length > 1 ? encoded : (encoded[0] ?? null) },
  };
}
