import type { Lowering } from "@polyplug/toolchains";
import type { Way } from "./way.ts";

/**
 * - `pass`: every call ends as it should.
 * - `known-failure`: those that do not are known, or the case is excused altogether.
 * - `unexpected-pass`: a call ends as it should that is known not to.
 * - `fail`: a call ends otherwise, and nobody knew; or the guest does not even load.
 * - `not-built`: there is no guest to play the case with.
 */
export type ResultKind = "pass" | "fail" | "known-failure" | "unexpected-pass" | "not-built";

/** What came of a case with one guest in one way: an element of what `npm run matrix -- --json FILE` writes. */
export interface CaseResult {
  readonly case: string;
  readonly language: string;
  /** There where the language's guests are made by a tool beside its compiler. */
  readonly generator?: string;
  readonly lowering: Lowering;
  readonly engine: Way["engine"];
  /** Which implementation of the canonical ABI. Null of an engine that has one. */
  readonly canonicalAbi: Way["canonicalAbi"];
  /** Where the guest ran, and what its code was made over for. Null of an engine other than ours. */
  readonly tier: Way["tier"];
  readonly metering: Way["metering"];
  readonly result: ResultKind;
  /** Why it is no `pass`, in a sentence or several. */
  readonly reason: string | null;
}

/** Whether a result is one that nobody foresaw. */
export function isTrouble({ result }: Pick<CaseResult, "result">): boolean {
  return result !== "pass" && result !== "known-failure";
}
