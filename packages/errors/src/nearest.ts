/**
 * The known word that `word` may be a slip of, or `undefined` if none is near. Two letters in five of the known word may
 * be amiss, one at least, letter case aside; to no word at all none is near. Of several that are as near it is the first.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word === "") return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const most = Math.min(least - 1, Math.max(1, Math.floor(candidate.length * 0.4)));
    // No distance is below the difference in length, so a word of a megabyte is not compared letter by letter.
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance > most) continue;
    best = candidate;
    least = distance;
  }
  return best;
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
