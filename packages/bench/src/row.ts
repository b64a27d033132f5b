import type { Figures } from "./measure.ts";

export type Unit = "ns" | "us" | "ms" | "kB" | "x";

/** What is measured, and what it has to come to. */
export interface Subject {
  /** Such as `echo, 16 bytes`. */
  readonly case: string;
  readonly unit: Unit;
  /** What the baseline is: `raw export`, `hand-written glue`. */
  readonly against: string;
  /**
   * What the target bounds: `ours / baseline`, `ours - baseline` in the unit, or `ours` itself.
   */
  readonly measure: "ratio" | "difference" | "amount";
  /** The most that it may be. What is there for comparison alone has none. */
  readonly target?: number;
}

/** One line of the results, as `--json` writes it. Times and sizes are in `unit`; what there is no figure for is null. */
export interface Row {
  readonly case: string;
  readonly unit: Unit;
  readonly ours: number | null;
  readonly baseline: number | null;
  /** By name. Peers that have nothing of the kind are not there; null stands where one could not be measured. */
  readonly peers: Readonly<Record<string, number | null>>;
  /** `ours / baseline`. */
  readonly ratio: number | null;
  readonly target: number | null;
  /** Whether `measure` is at most `target`; null where there is no target. */
  readonly met: boolean | null;
  readonly measure: Subject["measure"];
  readonly against: string;
  /** Ours with the canonical ABI that interprets types. */
  readonly reference: number | null;
  /** What a reader has to know beside the figures: `not built yet`. */
  readonly note: string;
}

const own = ["baseline", "ours", "reference"];

/** What has been measured of a subject, as a row. `absent` are peers that have the case and could not be measured. */
export function rowOf(subject: Subject, figures: Figures, absent: readonly string[] = [], note = ""): Row {
  const { measure, target = null } = subject;
  const [ours, baseline] = [figures.get("ours") ?? null, figures.get("baseline") ?? null];
  const ratio = ours === null || baseline === null ? null : ours / baseline;
  const value = measured({ measure, ours, baseline, ratio });
  const peers = [...figures].filter(([party]) => !own.includes(party));
  return {
    case: subject.case,
    unit: subject.unit,
    ours,
    baseline,
    peers: Object.fromEntries([...peers, ...absent.map((peer) => [peer, null] as const)]),
    ratio,
    target,
    met: target === null ? null : value !== null && value <= target,
    measure,
    against: subject.against,
    reference: figures.get("reference") ?? null,
    note,
  };
}

/** What the target of a row bounds. */
export function measured({
  measure,
  ours,
  baseline,
  ratio,
}: Pick<Row, "measure" | "ours" | "baseline" | "ratio">): number | null {
  switch (measure) {
    case "ratio":
      return ratio;
    case "difference":
      return ours === null || baseline === null ? null : ours - baseline;
    case "amount":
      return ours;
  }
}

/** Whether a row was measured and is above its target. */
export function misses({ ours, met }: Row): boolean {
  return ours !== null && met === false;
}
