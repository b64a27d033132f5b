import type { OptionsExports } from "test:options/options@1.0.0";

const same = <T>(value: T): T => value;

export const values: OptionsExports["values"] = {
  echoNumber: same,
  echoText: same,
  echoTwice: same,
  echoThrice: same,
  echoList: same,
  echoSettings: same,
  depth(value) {
    if (value.tag === "none") return 0;
    if (value.val.tag === "none") return 1;
    // The engine says null where others say undefined.
    return (value.val.val ?? undefined) === undefined ? 2 : 3;
  },
};
