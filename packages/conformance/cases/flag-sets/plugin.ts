import type { FlagSetsExports } from "test:flag-sets/flag-sets@1.0.0";

const same = <T>(value: T): T => value;

export const bits: FlagSetsExports["bits"] = {
  echoOne: same,
  echoEight: same,
  echoNine: same,
  echoSixteen: same,
  echoSeventeen: same,
  echoThirtyTwo: same,
  echoList: same,
  highest: () => [{ b0: true }, { b7: true }, { b8: true }, { b15: true }, { b16: true }, { b31: true }],
  hasHighest: (eight, nine, thirtyTwo) => [eight.b7, nine.b8, thirtyTwo.b31],
};
