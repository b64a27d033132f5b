const numbers = /@(\d+)(?:\.(\d+))?(?:\.(\d+))?/;

/**
 * Negative where the first id has the older version, positive where it has the newer one; 0 as well where the numbers
 * that both have do not tell, as in `1` beside `1.2.0`, or a pre-release beside another.
 */
export function compareVersions(first: string, second: string): number {
  const [, ...ours] = numbers.exec(first) ?? [];
  const [, ...theirs] = numbers.exec(second) ?? [];
  for (const [index, one] of ours.entries()) {
    const other = theirs[index];
    if (one === undefined || other === undefined) break;
    const order = Number(one) - Number(other);
    if (order !== 0) return order;
  }
  return 0;
}
