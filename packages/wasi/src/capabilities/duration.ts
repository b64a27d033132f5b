const nanoseconds: ReadonlyMap<string, number> = new Map([
  ["ns", 1],
  ["us", 1e3],
  ["ms", 1e6],
  ["s", 1e9],
  ["min", 60e9],
]);

/**
 * Nanoseconds of a duration such as `"50ms"` or `"1.5s"`, or `undefined` if it is none, has no unit or is too long to
 * count.
 */
export function parseDuration(text: unknown): bigint | undefined {
  if (typeof text !== "string") return undefined;
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/.exec(text) ?? [];
  const duration = Number(amount) * (nanoseconds.get(unit) ?? Number.NaN);
  return Number.isSafeInteger(Math.round(duration)) ? BigInt(Math.round(duration)) : undefined;
}
