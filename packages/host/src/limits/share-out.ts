/** Memories or tables of one kind: as many as there are instances of the module that has them. */
export interface Growing {
  readonly min: bigint;
  /** Undefined where it may grow for ever. */
  readonly max: bigint | undefined;
  readonly count: number;
}

/**
 * To how much each may grow, so that all together stay within `total`: each has what it starts with, and of what is left
 * then an equal share, or as much as it can take, so that the others have more.
 */
export function shareOut(total: bigint, all: readonly Growing[]): bigint[] {
  const started = all.reduce((sum, { min, count }) => sum + min * BigInt(count), 0n);
  let rest = started < total ? total - started : 0n;
  let sharing = all.reduce((sum, { count }) => sum + BigInt(count), 0n);
  const bounds = all.map(({ min }) => min);
  const wanting = all.map(({ min, max, count }, index) => ({
    index,
    count: BigInt(count),
    room: max === undefined ? total : max - min,
  }));
  for (const { index, count, room } of wanting.sort((left, right) => Number(left.room - right.room))) {
    const share = sharing === 0n ? 0n : rest / sharing;
    const growth = room < share ? room : share;
    bounds[index] = (bounds[index] ?? 0n) + growth;
    rest -= growth * count;
    sharing -= count;
  }
  return bounds;
}
