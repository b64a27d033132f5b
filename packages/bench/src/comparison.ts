/** Two ways to do the same work, timed in turn in one process, so that whatever else the machine does meets both. */
export interface Comparison {
  readonly name: string;
  readonly unit: "ns" | "ms";
  /** Median of the way that is measured against, in `unit`. */
  readonly baseline: number;
  /** Median of our way, in `unit`. */
  readonly ours: number;
  /** `ours / baseline`, or for what is added on top of something `ours - baseline`. */
  readonly result: { readonly kind: "ratio" | "difference"; readonly value: number; readonly atMost: number };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new RangeError("the median of nothing");
  return (lower + upper) / 2;
}
