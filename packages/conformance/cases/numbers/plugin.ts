import type { NumbersExports } from "test:numbers/numbers@1.0.0";

const same = <T>(value: T): T => value;

export const echo: NumbersExports["echo"] = {
  bool: same,
  u8: same,
  s8: same,
  u16: same,
  s16: same,
  u32: same,
  s32: same,
  u64: same,
  s64: same,
  f32: same,
  f64: same,
  char: same,
};

const isNegative = (value: number): boolean => Object.is(Math.sign(value), -0) || value < 0;

export const limits: NumbersExports["limits"] = {
  integers: () => [255, -128, 65535, -32768, 4294967295, -2147483648, 18446744073709551615n, -9223372036854775808n],
  floats: () => [Math.fround(3.4028234663852886e38), -Infinity, NaN],
  largestChar: () => "\u{10ffff}",
  isNan: (single, double) => [Number.isNaN(single), Number.isNaN(double)],
  isNegative: (single, double) => [isNegative(single), isNegative(double)],
};
