import { readKnownFailures } from "../known-failing.ts";
import { isTrouble } from "./case-result.ts";
import type { Played } from "./play-entry.ts";
import { culprits } from "./variant.ts";

/**
 * The known failures that nothing of a whole matrix met, a line each. Of guests that were not all run to the end nothing
 * is said: what they would have met is not known.
 */
export async function deadFailures(matrix: readonly Played[]): Promise<readonly string[]> {
  const names = new Set(matrix.flatMap(({ entry }) => culprits(entry.variant)));
  const dead = [...names].map(async (name) => {
    const own = matrix.filter(({ entry }) => culprits(entry.variant).includes(name));
    if (own.some(({ result, judgement }) => judgement === undefined && isTrouble(result))) return [];
    const met = new Set(own.flatMap(({ judgement }) => judgement?.foreseen.map(({ pattern }) => pattern) ?? []));
    const known = await readKnownFailures(name);
    return known.filter(({ pattern }) => !met.has(pattern)).map(({ pattern }) => `${name}: ${pattern}`);
  });
  return (await Promise.all(dead)).flat();
}
