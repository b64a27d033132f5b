import type { OutputBudget } from "@polyplug/wasi";

/** Limits as they were read: numbers in one unit each. Where there is none, nothing is bounded, or by a lower layer. */
export interface Bounds {
  readonly milliseconds: number | undefined;
  /** Instructions. */
  readonly fuel: bigint | undefined;
  /** Pages of 64 KiB. */
  readonly pages: bigint;
  /** Bytes. */
  readonly output: number | undefined;
  readonly hostCalls: number | undefined;
  readonly handles: number;
  /** Bytes. */
  readonly values: number | undefined;
  readonly objects: "refused" | "unbounded";
}

/** What holds in the thread of the host where nobody asks for anything else. */
export const defaultBounds: Bounds = {
  milliseconds: undefined,
  fuel: undefined,
  pages: 4_096n,
  output: undefined,
  hostCalls: undefined,
  handles: 65_536,
  values: undefined,
  objects: "refused",
};

/** What one instance may write, whatever it writes by. */
export function outputBudget({ output }: Bounds): OutputBudget {
  return { allowed: output, used: 0 };
}
