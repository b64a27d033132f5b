import { type Judgement, judge, readKnownFailures } from "../known-failing.ts";
import { playCase } from "../play-case.ts";
import type { Verdict } from "../verdict.ts";
import { playWithWasmtime } from "../wasmtime.ts";
import type { CaseResult, ResultKind } from "./case-result.ts";
import type { Entry, Runnable } from "./plan-matrix.ts";
import { culprits } from "./variant.ts";
import { wayOptions } from "./way-options.ts";

/** What came of an entry. */
export interface Played {
  readonly entry: Entry;
  readonly result: CaseResult;
  /** Of every call. Undefined where the guest was not run to the end. */
  readonly judgement?: Judgement | undefined;
  /** What kept it from that. */
  readonly error?: unknown;
}

/** Plays one case with one guest. Whatever goes wrong becomes a result. */
export async function playEntry(entry: Entry): Promise<Played> {
  const { guest, variant } = entry;
  if ("excuse" in guest) return played(entry, "known-failure", guest.excuse);
  if ("reason" in guest) return played(entry, "not-built", guest.reason);
  try {
    const known = (await Promise.all(culprits(variant).map(readKnownFailures))).flat();
    const judgement = judge(entry.case.name, await verdicts(entry, guest), known);
    return { ...judged(entry, judgement), judgement };
  } catch (error) {
    return { ...played(entry, "fail", error instanceof Error ? error.message : String(error)), error };
  }
}

function verdicts({ case: one, way }: Entry, { path, grant }: Runnable): Promise<readonly Verdict[]> {
  if (way.engine === "wasmtime") return playWithWasmtime(one, path);
  return playCase(one, path, { ...wayOptions(way), grant });
}

function judged(entry: Entry, { failures, unexpectedPasses, foreseen }: Judgement): Played {
  if (failures.length > 0) return played(entry, "fail", [...failures, ...unexpectedPasses].join("\n"));
  if (unexpectedPasses.length > 0) return played(entry, "unexpected-pass", unexpectedPasses.join("\n"));
  if (foreseen.length === 0) return played(entry, "pass", null);
  return played(entry, "known-failure", [...new Set(foreseen.map(({ reason }) => reason))].join(" "));
}

function played(entry: Entry, result: ResultKind, reason: string | null): Played {
  const { language, generator } = entry.variant;
  const named = { case: entry.case.name, language, ...(generator !== undefined && { generator }) };
  return { entry, result: { ...named, ...entry.way, result, reason } };
}
