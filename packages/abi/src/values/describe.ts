const longest = 40;

/** A JavaScript value as an error message shows it: `-4`, `5n`, `"text"`, `an array`. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
    case "bigint": {
      // Its digits take time that grows with the square of their number.
      if (BigInt.asIntN(256, value) !== value) return "a bigint of more than 256 bits";
      const digits = value.toString();
      return digits.length > longest ? `a bigint of ${digits.length} digits` : `${digits}n`;
    }
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "an array" : "an object";
    default:
      return `a ${typeof value}`;
  }
}
