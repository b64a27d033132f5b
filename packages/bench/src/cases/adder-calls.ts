import { type Comparison, compare } from "../comparison.ts";
import type { Adder, LoadedAdder } from "./loaded-adder.ts";
import { timeLoop } from "./time-loop.ts";

const often = { unit: "ns", kind: "ratio", rounds: 9 } as const;

/**
 * `adder` through `plugin.exports` beside the same function as `instance.exports` gives it, for each guest, with all of
 * them loaded: as a host would have it that keeps several plugins.
 */
export async function adderCalls(adders: readonly LoadedAdder[]): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const { guest, ours, direct } of adders) {
    const name = `adder(i, 7), ${guest.language} for ${guest.target}`;
    const ways = {
      baseline: await timeLoop("it(i, 7)", direct.adder),
      ours: await timeLoop("it(i, 7)", ours.adder),
    };
    comparisons.push(compare({ name, ...often, ...ways, atMost: 1.5 }));
  }
  return comparisons;
}

/** `plugin.exports.adder` looked up for each call, beside the same function in an object made without a prototype. */
export async function lookedUpCalls(adders: readonly LoadedAdder[]): Promise<Comparison[]> {
  const [adder] = adders;
  if (adder === undefined) return [];
  const { guest, ours } = adder;
  const table: Adder = Object.assign(Object.create(null), { adder: ours.adder });
  const ways = { baseline: await timeLoop("it.adder(i, 7)", table), ours: await timeLoop("it.adder(i, 7)", ours) };
  return [compare({ name: `exports.adder(i, 7), ${guest.language} for ${guest.target}`, ...often, ...ways })];
}
