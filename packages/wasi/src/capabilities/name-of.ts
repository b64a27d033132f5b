import { maxShownCharacters } from "../limits.ts";

/** Names a value that is not of the type asked for: short, and safe with any value. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "string") {
    return JSON.stringify(value.length > maxShownCharacters ? `${value.slice(0, maxShownCharacters)}…` : value);
  }
  if (typeof value === "number" || typeof value === "boolean" || value === undefined) return String(value);
  return `a value of type ${typeof value}`;
}
