/**
 * Why `value` cannot be passed as `type`, as `expected an i32, got "x"`; undefined when it can. An integer may be given
 * as signed or as unsigned, for core WebAssembly does not tell the two apart. References but for functions pass as they
 * are, and the engine checks them. See {@link https://webassembly.github.io/spec/js-api/#towebassemblyvalue |
 * ToWebAssemblyValue}, which would wrap and round in silence.
 */
export function checkValue(type: string, value: unknown): string | undefined {
  if (fits(type, value)) return undefined;
  return `expected ${wanted[type] ?? `an ${type}`}, got ${show(value)}`;
}

const wanted: Readonly<Record<string, string>> = {
  i64: "an i64 (a bigint)",
  funcref: "a funcref (null or an exported WebAssembly function)",
};

/** What an i64 may be given as: signed or unsigned. */
export const leastI64: bigint = -(2n ** 63n);
export const mostI64: bigint = 2n ** 64n - 1n;

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case "i32":
      return typeof value === "number" && ((value | 0) === value || value >>> 0 === value);
    case "i64":
      return typeof value === "bigint" && value >= leastI64 && value <= mostI64;
    case "f32":
    case "f64":
      return typeof value === "number";
    case "funcref":
      return value === null || isExportedFunction(value);
    default:
      return true;
  }
}

/** Only a table tells: it takes no other functions. */
function isExportedFunction(value: unknown): boolean {
  if (typeof value !== "function") return false;
  try {
    new WebAssembly.Table({ element: "anyfunc", initial: 1 }).set(0, value);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
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
      return value === null ? "null" : isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return String(value);
  }
}

function isArray(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch (error) {
    // A proxy that was revoked is neither, and is called an object.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
