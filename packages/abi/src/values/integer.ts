import type { CallContext } from "../reference/call-context.ts";
import type { IntegerKind } from "../types/value-type.ts";
import { describe } from "./describe.ts";

/** Integers that JavaScript holds in a number. */
export type SmallIntegerKind = Exclude<IntegerKind, LargeIntegerKind>;

/** Integers that JavaScript holds in a bigint. */
export type LargeIntegerKind = "s64" | "u64";

const bounds: Readonly<Record<SmallIntegerKind, readonly [least: number, most: number]>> = {
  s8: [-(2 ** 7), 2 ** 7 - 1],
  u8: [0, 2 ** 8 - 1],
  s16: [-(2 ** 15), 2 ** 15 - 1],
  u16: [0, 2 ** 16 - 1],
  s32: [-(2 ** 31), 2 ** 31 - 1],
  u32: [0, 2 ** 32 - 1],
};

const largeBounds: Readonly<Record<LargeIntegerKind, readonly [least: bigint, most: bigint]>> = {
  s64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
};

/** The value itself, if it is one of this type. */
export function smallInteger(cx: CallContext, kind: SmallIntegerKind, value: unknown): number {
  const [least, most] = bounds[kind];
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw cx.misfit(`expected ${article(kind)} ${kind}, got ${describe(value)}`);
}

/** The value itself, if it is one of this type. */
export function largeInteger(cx: CallContext, kind: LargeIntegerKind, value: unknown): bigint {
  const [least, most] = largeBounds[kind];
  if (typeof value === "bigint" && value >= least && value <= most) return value;
  throw cx.misfit(`expected ${article(kind)} ${kind} as a bigint, got ${describe(value)}`);
}

function article(kind: IntegerKind): "a" | "an" {
  return kind.startsWith("s") ? "an" : "a";
}
