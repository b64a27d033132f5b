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

/** The value, if it is one of this type and of its view: of the range of both, and a bigint where the view is large. */
export function smallInteger(faults: Faults, kind: SmallIntegerKind, value: unknown, view: IntegerKind = kind): number {
  if (typeof value === (isLarge(view) ? "bigint" : "number")) {
    const number = Number(value);
    if (Number.isInteger(number) && isWithin(kind, number) && isWithin(view, number)) return number;
  }
  throw misfit(faults, narrower(kind, view), value, isLarge(view) ? "bigint" : "number");
}

/** The same, as a bigint. */
export function largeInteger(faults: Faults, kind: LargeIntegerKind, value: unknown, view: IntegerKind = kind): bigint {
  if (!isLarge(view)) return BigInt(smallInteger(faults, view, value));
  if (typeof value === "bigint" && value === wrap(kind, value) && value === wrap(view, value)) return value;
  throw misfit(faults, kind, value, "bigint");
}

function isWithin(kind: IntegerKind, value: number): boolean {
  const [least, most] = bounds[kind];
  return value >= least && value <= most;
}

/** The kind whose range the other contains: no two views have ranges that only overlap. */
function narrower(kind: IntegerKind, view: IntegerKind): IntegerKind {
  return Number(view.slice(1)) < Number(kind.slice(1)) ? view : kind;
}

/** An integer as JavaScript sees it. */
export function viewed({ kind, view }: NumberType, value: number): number | bigint {
  return isLarge(view ?? kind) ? BigInt(value) : value;
}

function wrap(kind: LargeIntegerKind, value: bigint): bigint {
  return kind === "s64" ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value);
}

/** Says what an integer is in JavaScript where that is what may have been mistaken, and not where it is out of range. */
function misfit(faults: Faults, kind: IntegerKind, value: unknown, as: "bigint" | "number"): object {
  const isPlain = typeof value === as || (as === "number" && typeof value !== "bigint");
  const wanted = `${kind.startsWith("s") ? "an" : "a"} ${kind}${isPlain ? "" : ` as a ${as}`}`;
  return faults.misfit(`expected ${wanted}, got ${describe(value)}`);
}
