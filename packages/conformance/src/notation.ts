/**
 * A JavaScript value as `case.json` writes it: JSON, where null stands for undefined and objects with one of these keys
 * for what JSON has no word for.
 *
 * - `{ "$bigint": "18446744073709551615" }`
 * - `{ "$number": "NaN" }`, and so `"-0"`, `"Infinity"`, `"-Infinity"`
 * - `{ "$u8": [0, 255] }`: a typed array of that kind; an element may be a text, as a 64-bit integer has to be
 * - `{ "$repeat": "ab", "times": 1000 }`: a text, a list or a typed array over and over
 * - `{ "$kept": "name" }`: what an earlier call gave
 */
export type Notation =
  | null
  | boolean
  | number
  | string
  | readonly Notation[]
  | { readonly [key: string]: Notation | undefined };

const typedArrays: Readonly<Record<string, (elements: readonly (number | string)[]) => object>> = {
  $u8: (elements) => Uint8Array.from(elements, Number),
  $s8: (elements) => Int8Array.from(elements, Number),
  $u16: (elements) => Uint16Array.from(elements, Number),
  $s16: (elements) => Int16Array.from(elements, Number),
  $u32: (elements) => Uint32Array.from(elements, Number),
  $s32: (elements) => Int32Array.from(elements, Number),
  $u64: (elements) => BigUint64Array.from(elements, BigInt),
  $s64: (elements) => BigInt64Array.from(elements, BigInt),
  $f32: (elements) => Float32Array.from(elements, Number),
  $f64: (elements) => Float64Array.from(elements, Number),
};

/** The value that a notation stands for. `recall` gives what was kept under a name. */
export function readNotation(notation: Notation | undefined, recall: (name: string) => unknown): unknown {
  if (notation === null || notation === undefined) return undefined;
  if (typeof notation !== "object") return notation;
  if (isList(notation)) return notation.map((one) => readNotation(one, recall));
  const [key = "", operand] = Object.entries(notation)[0] ?? [];
  if (!key.startsWith("$")) {
    return Object.fromEntries(Object.entries(notation).map(([name, value]) => [name, readNotation(value, recall)]));
  }
  if (key === "$bigint") return BigInt(String(operand));
  if (key === "$number") return Number(operand);
  if (key === "$kept") return recall(String(operand));
  if (key === "$repeat") return readNotation(repeated(operand, Number(notation["times"])), recall);
  const make = typedArrays[key];
  if (make === undefined || !isList(operand)) throw new Error(`no notation of a value is called ${key}`);
  return make(operand as readonly (number | string)[]);
}

/** Whether this is `Array.isArray` of a read-only list too. */
function isList(value: unknown): value is readonly Notation[] {
  return Array.isArray(value);
}

function repeated(once: Notation | undefined, times: number): Notation {
  if (typeof once === "string") return once.repeat(times);
  if (isList(once)) return Array.from({ length: times }, () => once).flat();
  const [kind = "", elements] = Object.entries(once ?? {})[0] ?? [];
  return { [kind]: repeated(elements, times) };
}
