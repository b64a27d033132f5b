import { median } from "./median.ts";
import type { Settings } from "./settings.ts";

/** Who does the work of a case: what it is held against, we with either canonical ABI, or a peer by its name. */
export type Party = "baseline" | "ours" | "reference" | (string & {});

/** Does the work and gives what it took, in the unit of the case. */
export type Sample = () => number | Promise<number>;

/** One of the ways to do the work of a case. */
export interface Way {
  readonly party: Party;
  /**
   * Makes what takes samples, anew for each block: where the engine happens to put code in memory makes the shortest calls
   * quicker or slower by a third.
   */
  readonly ready: () => Sample | Promise<Sample>;
}

/** What each way takes. */
export type Figures = ReadonlyMap<Party, number>;

/**
 * Samples all ways in turn, so that whatever else the machine does meets each of them, after a first round that does
 * not count. A way's figure is the least of its medians, one a block: what disturbs it only ever adds.
 */
export async function measure(
  ways: readonly Way[],
  { rounds, blocks }: Pick<Settings, "rounds" | "blocks">,
): Promise<Figures> {
  const figures = new Map<Party, number>();
  for (let block = 0; block < blocks; block++) {
    for (const [party, found] of await mediansOf(ways, rounds)) {
      figures.set(party, Math.min(found, figures.get(party) ?? Number.POSITIVE_INFINITY));
    }
  }
  return figures;
}

async function mediansOf(ways: readonly Way[], rounds: number): Promise<readonly (readonly [Party, number])[]> {
  const ready: { readonly party: Party; readonly sample: Sample; readonly samples: number[] }[] = [];
  for (const way of ways) ready.push({ party: way.party, sample: await way.ready(), samples: [] });
  for (const { sample } of ready) await sample();
  for (let round = 0; round < rounds; round++) {
    // Nobody always comes after the same neighbour, and finds the machine as that one leaves it.
    const first = round % ready.length;
    for (const { sample, samples } of [...ready.slice(first), ...ready.slice(0, first)]) samples.push(await sample());
  }
  return ready.map(({ party, samples }) => [party, median(samples)]);
}
