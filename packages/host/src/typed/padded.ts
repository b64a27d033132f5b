import { PluginError } from "@polyplug/errors";
import type { Call } from "../intercept/boundary.ts";

/**
 * A function for callers who know of `known` parameters over one that has `actual`: what they do not know of is
 * undefined, and what it does not know of is left out. Throws `bad-argument` for another number than they know of.
 */
export function padded(call: Call, known: number, actual: number): Call {
  if (known === actual) return call;
  return (...args) => {
    if (args.length === known) return call(...Array.from({ length: actual }, (_, index) => args[index]));
    return miscounted(call, known, actual, args.length);
  };
}

/** Lets the function refuse a number that it has not either, since it may have a better reason: that the plugin has ended. */
function miscounted(call: Call, known: number, actual: number, given: number): unknown {
  try {
    return call(...Array.from({ length: actual + 1 }));
  } catch (error) {
    if (!PluginError.is(error) || error.code !== "bad-argument") throw error;
    const { code, action, plugin, export: called } = error;
    throw new PluginError({ code, action, reason: `expected ${known}, got ${given}`, plugin, export: called });
  }
}
