import type { NumberListsExports } from "test:number-lists/number-lists@1.0.0";

const same = <T>(values: T): T => values;

export const echo: NumberListsExports["echo"] = {
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
};

export const work: NumberListsExports["work"] = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  count: (length) => Uint16Array.from({ length }, (_, index) => index),
};
