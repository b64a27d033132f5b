import type { Row, Unit } from "../row.ts";

/** Units of time, each a thousand of the one before. */
const times = ["ns", "us", "ms"] as const;

/** An amount with three digits, in the unit that suits it: `1.20 us`. */
function showAmount(value: number, unit: Unit): string {
  if (unit === "kB") return `${value.toFixed(1)} kB`;
  if (unit === "x") return `${value.toFixed(2)} x`;
  let amount = value;
  let scale = times.indexOf(unit);
  while (Math.abs(amount) >= 1000 && scale + 1 < times.length) {
    amount /= 1000;
    scale++;
  }
  while (Math.abs(amount) < 1 && amount !== 0 && scale > 0) {
    amount *= 1000;
    scale--;
  }
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, Math.abs(amount)))));
  return `${amount.toFixed(digits)} ${times[scale]}`;
}

/** An amount that may not be there. */
export function showFigure(value: number | null | undefined, { unit }: Pick<Row, "unit">): string {
  return value === null || value === undefined ? "-" : showAmount(value, unit);
}

/** What the target of a row bounds: `1.07 x`, `+ 12.3 ms`, `39.1 kB`. */
export function showMeasured({ measure, unit }: Pick<Row, "measure" | "unit">, value: number | null): string {
  if (value === null) return "-";
  switch (measure) {
    case "ratio":
      return `${value.toFixed(2)} x`;
    case "difference":
      return `${value < 0 ? "-" : "+"} ${showAmount(Math.abs(value), unit)}`;
    case "amount":
      return showAmount(value, unit);
  }
}

/** The target of a row and what came of it: `<= 1.20 x, missed`. */
export function showTarget(row: Pick<Row, "measure" | "unit" | "target" | "met" | "note" | "ours">): string {
  if (row.target === null) return "";
  const outcome = row.ours === null ? row.note : row.met === true ? "met" : "missed";
  return `<= ${showMeasured(row, row.target)}, ${outcome}`;
}
