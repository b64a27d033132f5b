import type { NumberKind, ValueType } from "../types/value-type.ts";

/** What a list of numbers is in JavaScript. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

const constructors: Readonly<Record<NumberKind, new (buffer: ArrayBuffer) => NumberArray>> = {
  s8: Int8Array,
  u8: Uint8Array,
  s16: Int16Array,
  u16: Uint16Array,
  s32: Int32Array,
  u32: Uint32Array,
  s64: BigInt64Array,
  u64: BigUint64Array,
  f32: Float32Array,
  f64: Float64Array,
};

/** The kind of number that the elements are, or undefined. */
export function numberKind({ kind }: ValueType): NumberKind | undefined {
  return isNumberKind(kind) ? kind : undefined;
}

function isNumberKind(kind: ValueType["kind"]): kind is NumberKind {
  return Object.hasOwn(constructors, kind);
}

/** The numbers that these bytes are. A NaN of any bits becomes the canonical one. */
export function numberArray(kind: NumberKind, bytes: ArrayBuffer): NumberArray {
  const numbers = new constructors[kind](bytes);
  if (numbers instanceof Float32Array || numbers instanceof Float64Array) {
    for (const [index, number] of numbers.entries()) if (Number.isNaN(number)) numbers[index] = Number.NaN;
  }
  return numbers;
}

/** Whether this is the typed array for such numbers, of whatever realm, or one that extends it. */
export function isNumberArray(kind: NumberKind, value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && Reflect.get(value, Symbol.toStringTag) === constructors[kind].name;
}
