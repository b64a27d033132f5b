/** Prints {@link adderCalls} of the first of the guests in the argument, with all of them loaded, as JSON. */
import type { BuiltGuest } from "@polyplug/toolchains";
import { adderCalls } from "./adder-calls.ts";
import { loadAdders } from "./loaded-adder.ts";

const guests: BuiltGuest[] = JSON.parse(process.argv[2] ?? "");
const adders = await loadAdders(guests);
const comparisons = await adderCalls(adders.slice(0, 1));
console.log(
  JSON.stringify(
    comparisons.map(({ name, result: { kind, value }, ...times }) => ({
      ...times,
      name: `${name}, by closures`,
      result: { kind, value },
    })),
  ),
);
