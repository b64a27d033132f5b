import { readFile } from "node:fs/promises";
import type { Verdict } from "./verdict.ts";

/** Steps of a language's guests that fail, and are known to. */
export interface KnownFailure {
  /** `case: title of the step`, in which `*` stands for anything. */
  readonly pattern: string;
  readonly matches: (step: string) => boolean;
}

/** What a guest's verdicts come to. */
export interface Judgement {
  /** Failures that nobody foresaw, and steps that pass although they were not to, a line each. */
  readonly complaints: readonly string[];
  readonly passed: number;
  /** Foreseen failures by their patterns. */
  readonly foreseen: readonly KnownFailure[];
}

/**
 * The known failures of a language, of `known-failing/<language>.txt`: a pattern a line, and above each or above several
 * a reason, behind `#`. A pattern without a reason throws.
 */
export async function readKnownFailures(language: string): Promise<readonly KnownFailure[]> {
  const url = new URL(`../known-failing/${language}.txt`, import.meta.url);
  const text = await readFile(url, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return parseKnownFailures(text, language);
}

export function parseKnownFailures(text: string, language: string): readonly KnownFailure[] {
  let reason = false;
  const failures: KnownFailure[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") reason = false;
    else if (line.startsWith("#")) reason = true;
    else if (!reason) throw new Error(`known-failing/${language}.txt: there is no reason above ${line}`);
    else failures.push({ pattern: line, matches: matcher(line) });
  }
  return failures;
}

/** Compares what came of a case with what is known of its language. */
export function judge(name: string, verdicts: readonly Verdict[], known: readonly KnownFailure[]): Judgement {
  const complaints: string[] = [];
  const foreseen: KnownFailure[] = [];
  let passed = 0;
  for (const { step, difference } of verdicts) {
    const full = `${name}: ${step.title}`;
    const failures = known.filter(({ matches }) => matches(full));
    if (difference === undefined) {
      passed++;
      for (const { pattern } of failures) complaints.push(`${full}: it passes, and ${pattern} says that it fails`);
    } else if (failures.length > 0) foreseen.push(...failures);
    else complaints.push(`${full}: ${difference}`);
  }
  return { complaints, passed, foreseen };
}

function matcher(pattern: string): (step: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`);
  return (step) => expression.test(step);
}
