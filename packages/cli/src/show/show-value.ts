/**
 * A result as people read it, in the text format's notation: integers as signed decimals, `inf`, `-inf` and `nan`, and
 * the shortest decimal that stands for the same f32 or f64. A reference is told by its type alone.
 */
export function showValue(type: string, value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return type === "f32" ? showNumber(shortestF32(value)) : showNumber(value);
  return value === null ? "null" : `[${type}]`;
}

/** A result as JSON: what its numbers cannot carry is the text of {@link showValue}. */
export function jsonValue(type: string, value: unknown): unknown {
  return typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0) ? value : showValue(type, value);
}

function showNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** The f64 with the fewest digits that rounds to this f32: nine always do. */
function shortestF32(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
