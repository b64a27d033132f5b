import { median } from "./median.ts";
import type { Settings } from "./settings.ts";

/** Who does the work of a case: what it is held against, we with either canonical ABI, or a peer by its name. */
export type Party = "baseline" | "ours" | "reference" | (string & {});

/** One of the ways to do the work of a case. */
export interface Way {
  readonly party: Party;
  /** Does the work and gives what it took, in the unit of the case. */
  readonly sample: () => number | Promise<number>;
}

/** What each way takes. */
export type Figures = ReadonlyMap<Party, number>;

/**
 * Samples all ways in turn, so that whatever else the machine does meets each of them, after a first round that does
 * not count. A way's figure is the least of its medians, one a block: what disturbs it only ever adds.
 */
export async function measure(
  ways: readonly Way[],
  { rounds, blocks }: Omit<Settings, "sliceMilliseconds">,
): Promise<Figures> {
  for (const { sample } of ways) await sample();
  const medians = new Map<Party, number[]>(ways.map(({ party }) => [party, []]));
  for (let block = 0; block < blocks; block++) {
    const samples = new Map<Party, number[]>(ways.map(({ party }) => [party, []]));
    for (let round = 0; round < rounds; round++) {
      for (const { party, sample } of turned(ways, round)) samples.get(party)?.push(await sample());
    }
    for (const [party, values] of samples) medians.get(party)?.push(median(values));
  }
  return new Map([...medians].map(([party, values]) => [party, Math.min(...values)]));
}

/** Nobody always comes after the same neighbour, and finds the machine as that one leaves it. */
function turned(ways: readonly Way[], round: number): readonly Way[] {
  const first = round % ways.length;
  return [...ways.slice(first), ...ways.slice(0, first)];
}
