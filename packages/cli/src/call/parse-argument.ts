const integer = /^[+-]?(0x[\da-f]+|\d+)$/i;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const special: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["nan", Number.NaN],
]);

const expectations: ReadonlyMap<string, string> = new Map([
  ["i32", "an i32 (a whole number from -2147483648 to 4294967295)"],
  ["i64", "an i64 (a whole number from -9223372036854775808 to 18446744073709551615)"],
  ["f32", "an f32 (a number, inf or nan)"],
  ["f64", "an f64 (a number, inf or nan)"],
]);

/**
 * The value that a word on the command line stands for: integers in decimal or with `0x`, as signed or as unsigned;
 * floats also with a fraction and an exponent, and `inf` and `nan`. `undefined` if it stands for none of this type.
 */
export function parseArgument(type: string, text: string): number | bigint | undefined {
  switch (type) {
    case "i32": {
      const value = parseInteger(text, 32n);
      return value === undefined ? undefined : Number(value);
    }
    case "i64":
      return parseInteger(text, 64n);
    case "f32":
      return parseFloating(text, Math.fround);
    case "f64":
      return parseFloating(text, (value) => value);
    default:
      return undefined;
  }
}

/** What a word must be to stand for a value of this type. */
export function expectation(type: string): string {
  return expectations.get(type) ?? `a value of type ${type}, which no word on a command line stands for`;
}

/** Whether a word that begins like a flag is a number after all, in one of the ways that {@link parseArgument} takes. */
export function isNegativeNumber(text: string): boolean {
  return text.startsWith("-") && (integer.test(text) || decimal.test(text) || special.has(unsigned(text)));
}

function parseInteger(text: string, bits: bigint): bigint | undefined {
  if (!integer.test(text)) return undefined;
  const magnitude = BigInt(unsigned(text));
  const value = text.startsWith("-") ? -magnitude : magnitude;
  return value >= -(2n ** (bits - 1n)) && value < 2n ** bits ? value : undefined;
}

function parseFloating(text: string, round: (value: number) => number): number | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const named = special.get(unsigned(text));
  if (named !== undefined) return sign * named;
  if (!decimal.test(text) && !integer.test(text)) return undefined;
  const value = sign * Number(unsigned(text));
  return Number.isFinite(round(value)) ? value : undefined;
}

function unsigned(text: string): string {
  return text.replace(/^[+-]/, "").toLowerCase();
}
