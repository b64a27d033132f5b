import { PluginError } from "@polyplug/errors";
import { listNames, showName } from "../show/show-name.ts";
import { absence } from "./find-export.ts";
import type { TypedExport } from "./typed-exports.ts";

/**
 * The one function that a word on the command line means, or `bad-argument` with what there is: `transform`,
 * `filter.transform`, `acme:text/filter@1.0.0#transform`, all of them also in camelCase.
 */
export function findTypedExport(plugin: string, exports: readonly TypedExport[], word: string): TypedExport {
  const exact = exports.find(({ path }) => path === word);
  const meant = exact === undefined ? exports.filter(({ names }) => names.includes(word)) : [exact];
  const [found, ...others] = meant;
  const fault = faultOf(exports, word, meant);
  if (found !== undefined && others.length === 0 && fault === undefined) return found;
  throw new PluginError({
    code: "bad-argument",
    action: `call ${showName(word)}`,
    reason: fault ?? "",
    plugin,
    export: word,
  });
}

function faultOf(exports: readonly TypedExport[], word: string, meant: readonly TypedExport[]): string | undefined {
  const [found, ...others] = meant;
  if (others.length > 0) return `it may be ${listNames(meant.map((one) => labelOf(one, exports)))}`;
  if (found === undefined) {
    const missing = absence(word, [...new Set(exports.flatMap(({ names }) => names))]);
    const labels = exports.map((one) => labelOf(one, exports));
    return `${missing}; ${labels.length === 0 ? "it exports no functions" : `its functions are ${listNames(labels)}`}`;
  }
  const { kind } = found.name;
  if (kind === "freestanding" || kind === "static") return undefined;
  return `it is the ${kind} of a resource, which no text stands for; call it from a program`;
}

/** The shortest name that no other function has. */
function labelOf({ names, path }: TypedExport, exports: readonly TypedExport[]): string {
  return names.find((name) => exports.filter((one) => one.names.includes(name)).length === 1) ?? path;
}
