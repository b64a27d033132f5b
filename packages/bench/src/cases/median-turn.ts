import { median } from "../median.ts";

/** The median of as many turns as fit in a slice of time, in microseconds by the clock. */
export async function medianTurn(turn: () => unknown, sliceMilliseconds: number): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + sliceMilliseconds;
  do {
    const start = performance.now();
    await turn();
    times.push((performance.now() - start) * 1_000);
  } while (performance.now() < end);
  return median(times);
}
