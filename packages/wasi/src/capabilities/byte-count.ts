const factors: ReadonlyMap<string, number> = new Map([
  ["B", 1],
  ["kB", 1e3],
  ["KiB", 2 ** 10],
  ["MB", 1e6],
  ["MiB", 2 ** 20],
  ["GB", 1e9],
  ["GiB", 2 ** 30],
]);

/** A count of bytes from a whole number or from text such as `"64KiB"`, or `undefined` if it is neither. */
export function parseByteCount(value: unknown): number | undefined {
  const [, amount, unit = ""] = typeof value === "string" ? (/^(\d+)\s*([A-Za-z]+)$/.exec(value) ?? []) : [];
  const bytes = typeof value === "number" ? value : Number(amount) * (factors.get(unit) ?? Number.NaN);
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined;
}
