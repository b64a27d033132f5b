import { inspect, isDeepStrictEqual } from "node:util";
import { PluginError, ResultError } from "@polyplug/errors";
import { type Notation, readNotation } from "./notation.ts";
import type { Step } from "./step.ts";

/** A call of the guest that the host heard: `test:callbacks/host@1.0.0#text` with its arguments. */
export type Heard = readonly [string, readonly unknown[]];

/** How a step ended, and what the host heard meanwhile. */
export type Outcome = { readonly heard: readonly Heard[] } & (
  | { readonly kind: "returns" | "throws"; readonly value: unknown }
  /** Undefined as a code is any failure. */
  | { readonly kind: "fails"; readonly code: string | undefined; readonly error: unknown }
);

/** The end of a call that threw. What is no error of Polyplug's is a fault of this package. */
export function thrownOutcome(error: unknown, heard: readonly Heard[]): Outcome {
  if (ResultError.is(error)) return { kind: "throws", value: error.payload, heard };
  if (PluginError.is(error)) return { kind: "fails", code: error.code, error, heard };
  return { kind: "fails", code: "", error, heard };
}

/** How an outcome is not what the step expects, in a sentence, or undefined where it is. */
export function differenceOf(
  { expected, row }: Step,
  outcome: Outcome,
  recall: (name: string) => unknown,
): string | undefined {
  if (expected.kind === "fails") {
    const same = outcome.kind === "fails" && (outcome.code === undefined || outcome.code === expected.code);
    if (!same) return `expected it to fail with ${expected.code}, and ${told(outcome)}`;
  } else {
    const keeps = "keeps" in row && row.keeps !== undefined;
    const same =
      outcome.kind === expected.kind && (keeps || sameValue(outcome.value, readNotation(expected.value, recall)));
    if (!same) return `expected that it ${told({ ...expected, heard: [] })}, and it ${told(outcome)}`;
  }
  if (!("heard" in row) || row.heard === undefined) return undefined;
  const heard = row.heard.map(([name, args]) => [name, args.map((arg: Notation) => readNotation(arg, recall))]);
  if (isDeepStrictEqual(outcome.heard, heard)) return undefined;
  return `expected the host to hear ${shown(heard)}, and it heard ${shown(outcome.heard)}`;
}

/** A handle is the same only if it is the same object: two with the same fields are two resources. */
function sameValue(value: unknown, expected: unknown): boolean {
  return isHandle(expected) ? Object.is(value, expected) : isDeepStrictEqual(value, expected);
}

function isHandle(value: unknown): boolean {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== Array.prototype;
}

function told(outcome: Outcome): string {
  if (outcome.kind === "fails") return `failed: ${shown(outcome.error)}`;
  return outcome.kind === "returns" ? `returns ${shown(outcome.value)}` : `throws ${shown(outcome.value)}`;
}

const longest = 300;

function shown(value: unknown): string {
  const text =
    value instanceof Error ? value.message : inspect(value, { depth: 6, maxStringLength: 80, breakLength: 200 });
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
