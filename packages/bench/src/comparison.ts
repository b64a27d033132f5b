/** Two ways to do the same work, timed in turn in one process, so that whatever else the machine does meets both. */
export interface Comparison {
  readonly name: string;
  readonly unit: "ns" | "ms";
  /** Median of the way that is measured against, in `unit`. */
  readonly baseline: number;
  /** Median of our way, in `unit`. */
  readonly ours: number;
  /** `ours / baseline`, or for what is added on top of something `ours - baseline`. */
  readonly result: {
    readonly kind: "ratio" | "difference";
    readonly value: number;
    /** The goal. What is there for comparison alone has none. */
    readonly atMost?: number | undefined;
  };
}

/** What a comparison is of. */
export interface Subject extends Pick<Comparison, "name" | "unit"> {
  readonly kind: Comparison["result"]["kind"];
  readonly atMost?: number | undefined;
  readonly rounds: number;
  /** Each does the work once and gives the time that it took, in `unit`. */
  readonly baseline: () => number;
  readonly ours: () => number;
}

/** Times both ways in turn, after a first round that does not count. */
export function compare({ name, unit, kind, atMost, rounds, ...ways }: Subject): Comparison {
  ways.baseline();
  ways.ours();
  const samples = Array.from({ length: rounds }, () => ({ baseline: ways.baseline(), ours: ways.ours() }));
  const baseline = median(samples.map((sample) => sample.baseline));
  const ours = median(samples.map((sample) => sample.ours));
  const value = kind === "ratio" ? ours / baseline : ours - baseline;
  return { name, unit, baseline, ours, result: { kind, value, atMost } };
}

/** Whether a comparison has a goal and is above it. */
export function missesGoal({ result: { value, atMost } }: Comparison): boolean {
  return atMost !== undefined && value > atMost;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new RangeError("the median of nothing");
  return (lower + upper) / 2;
}
