import type { IntegerKind, NumberKind } from "@polyplug/abi";
import type { Carrier } from "./carrier.ts";

/**
 * QuickJS gives integers of 32 bits with a sign and those of 64 bits as floating-point numbers, and cuts what it takes to
 * fit. Here they are as in the contract's types, and what does not fit is refused.
 */
export function numberCarrier(kind: NumberKind): Carrier {
  switch (kind) {
    case "f32":
    case "f64":
      return {};
    case "u64":
    case "s64":
      return { take: (value) => bigOf(value as number, kind), give: (value) => numberOf(value as bigint, kind) };
    case "u32":
      // Without a sign it would stop at 2^31 - 1 on the way out.
      return { take: (value) => (value as number) >>> 0, give: (value) => checked(value as number, kind) | 0 };
    default:
      return { give: (value) => checked(value as number, kind) };
  }
}

const arrays = {
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
} as const;

/** Lists of numbers are typed arrays to the plugin; QuickJS gives only bytes so, and takes them all. */
export function numbersCarrier(kind: NumberKind): Carrier {
  const array = (list: unknown, element: (value: never) => bigint | number) =>
    // The type is that of the kind, whose elements these are.
    (arrays[kind] as NumberArrayConstructor).from(list as ArrayLike<never>, element);
  const check = elementCheck(kind);
  // Of an array of its own kind the engine takes the bits, so that no integer is too large.
  const give: Carrier["give"] = (list) => (list instanceof arrays[kind] ? list : array(list, check));
  if (kind === "u8" || kind === "s8") return { give };
  if (kind === "s64" || kind === "u64") return { take: (list) => array(list, (value) => bigOf(value, kind)), give };
  return { take: (list) => array(list, (value) => value), give };
}

interface NumberArrayConstructor {
  from(list: ArrayLike<never>, element: (value: never) => bigint | number): object;
}

function elementCheck(kind: NumberKind): (value: never) => bigint | number {
  if (kind === "f32" || kind === "f64") return (value) => value;
  return kind === "s64" || kind === "u64" ? (value) => exact(value, kind) : (value) => checked(value, kind);
}

function bigOf(value: number, kind: "s64" | "u64"): bigint {
  if (!Number.isSafeInteger(value)) {
    const cure = "@bytecodealliance/componentize-js builds plugins that have all of them";
    throw new RangeError(`QuickJS has 64-bit integers up to 2^53 alone, and ${kind} ${value} is beyond: ${cure}`);
  }
  // The upper half of an u64 comes as what it would be with a sign.
  return kind === "u64" ? BigInt.asUintN(64, BigInt(value)) : BigInt(value);
}

function numberOf(value: bigint, kind: "s64" | "u64"): number {
  const number = Number(exact(value, kind));
  if (Number.isSafeInteger(number)) return number;
  const cure = "return it in a list, or build with @bytecodealliance/componentize-js";
  throw new RangeError(`QuickJS has 64-bit integers up to 2^53 alone, and ${kind} ${value} is beyond: ${cure}`);
}

function exact(value: bigint, kind: "s64" | "u64"): bigint {
  if (typeof value === "bigint" && value === (kind === "s64" ? BigInt.asIntN : BigInt.asUintN)(64, value)) return value;
  throw new RangeError(`expected a bigint that fits into ${kind}, got ${shown(value)}`);
}

const lowest = { s8: -0x80, u8: 0, s16: -0x8000, u16: 0, s32: -0x8000_0000, u32: 0 };
const highest = { s8: 0x7f, u8: 0xff, s16: 0x7fff, u16: 0xffff, s32: 0x7fff_ffff, u32: 0xffff_ffff };

function checked(value: number, kind: Exclude<IntegerKind, "s64" | "u64">): number {
  if (Number.isInteger(value) && value >= lowest[kind] && value <= highest[kind]) return value;
  throw new RangeError(`expected an integer that fits into ${kind}, got ${shown(value)}`);
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
