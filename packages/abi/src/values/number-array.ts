import type { NumberKind, NumberType, ValueType } from "../types/value-type.ts";

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

/** How to make one, of a buffer or of that many zeros. */
export type NumberArrayConstructor = new (buffer: ArrayBufferLike | number) => NumberArray;

const constructors: Readonly<Record<NumberKind, NumberArrayConstructor>> = {
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

/** What the platform knows of a typed array, whatever realm it comes from and whatever its class says of itself. */
const intrinsics = Object.getPrototypeOf(Uint8Array.prototype);
const tagOf = getter(Symbol.toStringTag);
const lengthOf = getter("length");

function getter(key: PropertyKey): (array: unknown) => unknown {
  const get = Object.getOwnPropertyDescriptor(intrinsics, key)?.get ?? (() => undefined);
  return (array) => Reflect.apply(get, array, []);
}

/** The type of the elements, if they are numbers. */
export function numberType(type: ValueType): NumberType | undefined {
  return isNumberType(type) ? type : undefined;
}

function isNumberType(type: ValueType): type is NumberType {
  return Object.hasOwn(constructors, type.kind);
}

/** The typed array that a list of such numbers is. */
export function numberArrayConstructor({ kind, view }: NumberType): NumberArrayConstructor {
  return constructors[view ?? kind];
}

/** Whether this is the typed array for such numbers, of whatever realm, or one that extends it. */
export function isNumberArray({ kind, view }: NumberType, value: unknown): value is NumberArray {
  return tagOf(value) === constructors[view ?? kind].name;
}

/** How many numbers there are, whatever a class that extends the typed array says. */
export function numberArrayLength(array: NumberArray): number {
  return Number(lengthOf(array));
}

/** The numbers that these bytes are. A NaN of any bits becomes the canonical one. */
export function numberArray(type: NumberType, bytes: ArrayBuffer): NumberArray {
  const numbers = new constructors[type.kind](bytes);
  if (numbers instanceof Float32Array || numbers instanceof Float64Array) {
    for (const [index, number] of numbers.entries()) if (Number.isNaN(number)) numbers[index] = Number.NaN;
  }
  return numbers;
}
