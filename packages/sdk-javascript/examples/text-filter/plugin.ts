import { write } from "acme:text/log@1.0.0";
import type { TextFilterExports } from "acme:text/text-filter@1.0.0";
import { ResultError } from "@polyplug/sdk-javascript";

/** A text filter that shouts: `3 hey` becomes `HEY HEY HEY`. */
export const transform: TextFilterExports["transform"] = (text) => {
  write(`TypeScript is asked to shout ${text.length} letters`);
  if (text === "") throw new ResultError("there is nothing to shout");
  const [, times, word] = /^(\S*) (.*)$/.exec(text.toUpperCase()) ?? [];
  if (times === undefined || word === undefined) return text.toUpperCase();
  if (!/^\d+$/.test(times)) throw new ResultError(`${times} is no number`);
  return Array.from({ length: Number(times) }, () => word).join(" ");
};
