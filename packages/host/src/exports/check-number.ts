/**
 * Why `value` cannot be passed as `type`, as `expected an i32, got "x"`; undefined when it can. An integer may be given
 * as signed or as unsigned, for core WebAssembly does not tell the two apart; references pass as they are, and the
 * engine checks them. See {@link https://webassembly.github.io/spec/js-api/#towebassemblyvalue | ToWebAssemblyValue},
 * which would wrap and round in silence.
 */
export function checkNumber(type: string, value: unknown): string | undefined {
  if (fits(type, value)) return undefined;
  return `expected an ${type}${type === "i64" ? " (a bigint)" : ""}, got ${show(value)}`;
}

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case "i32":
      return typeof value === "number" && ((value | 0) === value || value >>> 0 === value);
    case "i64":
      return typeof value === "bigint" && value >= -(2n ** 63n) && value < 2n ** 64n;
    case "f32":
    case "f64":
      return typeof value === "number";
    default:
      return true;
  }
}

const longestShown = 40;

/** A value as a message shows it: short and on one line, whatever it is. */
function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(cut(value));
    case "bigint":
      return `${cut(value.toString())}n`;
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return String(value);
  }
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
