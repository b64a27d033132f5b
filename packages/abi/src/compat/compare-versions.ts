const numbers = /@(\d+)(?:\.(\d+))?(?:\.(\d+))?/;

/** Negative where the first id has the older version, positive where it has the newer one; pre-releases are not told apart. */
export function compareVersions(one: string, other: string): number {
  const [, ...ours] = numbers.exec(one) ?? [];
  const [, ...theirs] = numbers.exec(other) ?? [];
  for (const index of [0, 1, 2]) {
    const order = Number(ours[index] ?? 0) - Number(theirs[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
