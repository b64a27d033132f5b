import { write } from "acme:text/log@1.2.0";
import type { TextFilterExports, TextFilterImports } from "acme:text/text-filter@1.2.0";

declare const now: TextFilterImports["now"];

// @ts-expect-error: there is no such level
write("loud", "line");

// @ts-expect-error: a bigint
export const at: number = now();

// @ts-expect-error: the host has no such module
export type Missing = TextFilterImports["acme:text/log"];

// @ts-expect-error: a text
export const name: TextFilterExports["name"] = () => 1;

// @ts-expect-error: a session cannot be left out
export const filter: TextFilterExports["filter"] = {
  transform: () => ({ tag: "unchanged" }),
  histogram: () => [],
  able: () => ({}),
  finish: () => [],
};
