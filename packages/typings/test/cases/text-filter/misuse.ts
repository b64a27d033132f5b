import { loadPlugin } from "@polyplug/host";
import { contract, type TextFilterExports, type TextFilterImports } from "./text-filter.contract.ts";

const imports: TextFilterImports = { "acme:text/log": { write: () => undefined }, now: () => 5n };

// @ts-expect-error: the host has to provide something
loadPlugin("./shout.wasm", { contract });
// @ts-expect-error: and all of it
loadPlugin("./shout.wasm", { contract, imports: { "acme:text/log": imports["acme:text/log"] } });
// @ts-expect-error: and nothing else
loadPlugin("./shout.wasm", { contract, imports: { ...imports, later: () => 5n } });
// @ts-expect-error: a u64 is a bigint
loadPlugin("./shout.wasm", { contract, imports: { ...imports, now: () => 5 } });
// @ts-expect-error: the function has to take every level
loadPlugin("./shout.wasm", { contract, imports: { ...imports, "acme:text/log": { write: (_: "info") => undefined } } });

export function misuse({ filter }: TextFilterExports): void {
  // @ts-expect-error: marks are missing
  filter.transform("line", { scope: "whole-line" });
  // @ts-expect-error: there is no such case
  filter.transform("line", { scope: "all", marks: [] });
  // @ts-expect-error: both arguments are needed
  filter.transform("line");
  // @ts-expect-error: texts are no numbers
  filter.histogram(["1"], []);
  // @ts-expect-error: nor are bigints
  filter.histogram([1n], []);
  // @ts-expect-error: there is no such flag
  filter.able({ ascii: true });
  // @ts-expect-error: it is a class
  filter.Session({ scope: "first-word", marks: [] });
  // @ts-expect-error: not every case carries something
  filter.transform("line", { scope: "whole-line", marks: [] }).val;
  // @ts-expect-error: an option may be undefined
  filter.finish(new filter.Session({ scope: "first-word", marks: [] }).feed("line").length);
}
