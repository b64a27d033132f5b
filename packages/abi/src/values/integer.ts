import type { IntegerKind, NumberType } from "../types/value-type.ts";
import { describe } from "./describe.ts";
import type { Faults } from "./faults.ts";

/** Integers that JavaScript holds in a bigint. */
export type LargeIntegerKind = "s64" | "u64";

/** Integers that JavaScript holds in a number. */
export type SmallIntegerKind = Exclude<IntegerKind, LargeIntegerKind>;

/** The least and the greatest, as numbers: those of 64 bits are rounded. */
const bounds: Readonly<Record<IntegerKind, readonly [least: number, most: number]>> = {
  s8: [-(2 ** 7), 2 ** 7 - 1],
  u8: [0, 2 ** 8 - 1],
  s16: [-(2 ** 15), 2 ** 15 - 1],
  u16: [0, 2 ** 16 - 1],
  s32: [-(2 ** 31), 2 ** 31 - 1],
  u32: [0, 2 ** 32 - 1],
  s64: [-(2 ** 63), 2 ** 63],
  u64: [0, 2 ** 64],
};

/** Whether JavaScript has such integers as bigints. */
export function isLarge(kind: string): kind is LargeIntegerKind {
  return kind === "s64" || kind === "u64";
}

/** The value, if it is one of this type: of its range, and a bigint where that is what JavaScript sees. */
export function smallInteger(faults: Faults, kind: SmallIntegerKind, value: unknown, view: IntegerKind = kind): number {
  const [least, most] = bounds[kind];
  if (typeof value === (isLarge(view) ? "bigint" : "number")) {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
  }
  throw misfit(faults, kind, value, isLarge(view) ? "bigint" : "number");
}

/** The value itself, if it is one of this type. */
export function largeInteger(faults: Faults, kind: LargeIntegerKind, value: unknown): bigint {
  if (typeof value === "bigint" && value === wrap(kind, value)) return value;
  throw misfit(faults, kind, value, "bigint");
}

/** An integer as JavaScript sees it. */
export function viewed({ kind, view }: NumberType, value: number): number | bigint {
  return isLarge(view ?? kind) ? BigInt(value) : value;
}

function wrap(kind: LargeIntegerKind, value: bigint): bigint {
  return kind === "s64" ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value);
}

function misfit(faults: Faults, kind: IntegerKind, value: unknown, as: "bigint" | "number"): Error {
  const wanted = `${kind.startsWith("s") ? "an" : "a"} ${kind}${as === "bigint" ? " as a bigint" : ""}`;
  return faults.misfit(`expected ${wanted}, got ${describe(value)}`);
}
