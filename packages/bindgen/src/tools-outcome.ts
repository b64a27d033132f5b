import { ResultError } from "@polyplug/errors";
import { toNodes } from "./javascript-nodes.ts";
import type { Outcome } from "./plugin-contract.ts";

/** How a call ended: a `ResultError` is what it threw, anything else what it returned. */
export function toolsOutcome(outcome: unknown): Outcome {
  if (ResultError.is(outcome)) return { tag: "thrown", val: toNodes(outcome.payload) };
  return { tag: "returned", val: toNodes(outcome) };
}
