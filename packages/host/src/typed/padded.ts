import type { Call } from "./provided-function.ts";

/**
 * A function for callers who know of `known` parameters over one that has `actual`: what they do not know of is
 * undefined, and what it does not know of is left out. How many they pass is not checked here where they pass fewer or
 * more than they know of.
 */
export function padded(call: Call, known: number, actual: number): Call {
  if (known === actual) return call;
  return (...args) => {
    if (args.length !== known) return call(...args, ...Array.from({ length: actual + 1 }));
    return call(...Array.from({ length: actual }, (_, index) => args[index]));
  };
}
