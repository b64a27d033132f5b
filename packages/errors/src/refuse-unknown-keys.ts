import { PluginError } from "./plugin-error.ts";

/**
 * Throws `bad-argument` for the first own key of `options` that is not in `known`, with the nearest known one: a
 * misspelt grant or limit must not be ignored, for then it would not hold.
 */
export function refuseUnknownKeys(action: string, option: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    throw new PluginError({
      code: "bad-argument",
      action,
      reason: `${option} has no key ${JSON.stringify(key)}, ${near === undefined ? `known are ${known.join(", ")}` : `did you mean ${JSON.stringify(near)}`}`,
      path: `${option}.${key}`,
    });
  }
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 2))
    ? best.candidate
    : undefined;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const substituted = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
