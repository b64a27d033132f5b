import { PluginError } from "@polyplug/errors";
import { listNames, showName } from "../show/show-name.ts";
import { meantFunctions, shortestName, type WorldFunction } from "../world/world-functions.ts";
import { absence } from "./find-export.ts";

/**
 * The one function that a word on the command line means, or `bad-argument` with what there is: `transform`,
 * `filter.transform`, `acme:text/filter@1.0.0#transform`, all of them also in camelCase.
 */
export function findTypedExport(plugin: string, exports: readonly WorldFunction[], word: string): WorldFunction {
  const refuse = (reason: string): never => {
    const action = `call ${showName(word)}`;
    throw new PluginError({ code: "bad-argument", action, reason, plugin, export: word });
  };
  const [found, ...others] = meantFunctions(exports, word);
  if (found === undefined) return refuse(nothing(exports, word));
  if (others.length > 0) {
    return refuse(`it may be ${listNames([found, ...others].map((one) => shortestName(one, exports)))}`);
  }
  const { kind } = found.name;
  if (kind === "freestanding" || kind === "static") return found;
  return refuse(`it is the ${kind} of a resource, which no text stands for; call it from a program`);
}

function nothing(exports: readonly WorldFunction[], word: string): string {
  const missing = absence(word, [...new Set(exports.flatMap(({ names }) => names))]);
  const known = exports.map((one) => shortestName(one, exports));
  return `${missing}; ${known.length === 0 ? "it exports no functions" : `its functions are ${listNames(known)}`}`;
}
