import type { Color, VariantsExports } from "test:variants/variants@1.0.0";

const same = <T>(value: T): T => value;
const next: Readonly<Record<Color, Color>> = { red: "light-green", "light-green": "deep-blue", "deep-blue": "red" };

export const cases: VariantsExports["cases"] = {
  echoNarrow: same,
  echoWide: same,
  echoMixed: same,
  echoList: same,
  nameOf: ({ tag }) => tag,
  next: (color) => next[color],
};
