import { readFile } from "node:fs/promises";
import type { Verdict } from "./verdict.ts";

/** Steps of a language's guests that fail, and are known to. */
export interface KnownFailure {
  /** `case: title of the step`, in which `*` stands for anything. */
  readonly pattern: string;
  /** In a sentence or several. */
  readonly reason: string;
  readonly matches: (step: string) => boolean;
}

/** What a guest's verdicts come to. */
export interface Judgement {
  /** Those that nobody foresaw, a line each. */
  readonly failures: readonly string[];
  /** Steps that pass although they were not to, a line each. */
  readonly unexpectedPasses: readonly string[];
  readonly passed: number;
  /** Foreseen failures by their patterns. */
  readonly foreseen: readonly Pick<KnownFailure, "pattern" | "reason">[];
}

/**
 * The known failures of a language or of a generator, of `known-failing/<culprit>.txt`: a pattern a line, and above each
 * or above several a reason, behind `#`. A pattern without a reason throws.
 */
export async function readKnownFailures(culprit: string): Promise<readonly KnownFailure[]> {
  const url = new URL(`../known-failing/${culprit}.txt`, import.meta.url);
  const text = await readFile(url, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return parseKnownFailures(text, culprit);
}

export function parseKnownFailures(text: string, culprit: string): readonly KnownFailure[] {
  const failures: KnownFailure[] = [];
  let reason: readonly string[] = [];
  let above = "";
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") reason = [];
    else if (line.startsWith("#")) reason = [...(above.startsWith("#") ? reason : []), line.replace(/^#\s*/, "")];
    else if (reason.length === 0) throw new Error(`known-failing/${culprit}.txt: there is no reason above ${line}`);
    else failures.push({ pattern: line, reason: reason.join(" "), matches: matcher(line) });
    above = line;
  }
  return failures;
}

/** Compares what came of a case with what is known of its language. */
export function judge(name: string, verdicts: readonly Verdict[], known: readonly KnownFailure[]): Judgement {
  const failures: string[] = [];
  const unexpectedPasses: string[] = [];
  const foreseen: Judgement["foreseen"][number][] = [];
  let passed = 0;
  for (const { step, difference } of verdicts) {
    const full = `${name}: ${step.title}`;
    const met = known.filter(({ matches }) => matches(full));
    if (difference === undefined) {
      passed++;
      for (const { pattern } of met) unexpectedPasses.push(`${full}: it passes, and ${pattern} says that it fails`);
    } else if (met.length > 0) foreseen.push(...met.map(({ pattern, reason }) => ({ pattern, reason })));
    else failures.push(`${full}: ${difference}`);
  }
  return { failures, unexpectedPasses, passed, foreseen };
}

function matcher(pattern: string): (step: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`);
  return (step) => expression.test(step);
}
