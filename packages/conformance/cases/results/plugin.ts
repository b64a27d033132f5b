import type { Failure, ResultsExports } from "test:results/results@1.0.0";

const same = <T>(value: T): T => value;

/** The engine takes what is thrown, when it is no Error, for what err carries. */
const fail = (payload?: unknown): never => {
  throw payload;
};

export const outcomes: ResultsExports["outcomes"] = {
  parse: (text) => (/^\d+$/.test(text) ? Number(text) : fail(`${text} is no number`)),
  check(value) {
    if (value < 10) fail({ reason: "too-small", limit: 10 } satisfies Failure);
    if (value > 20) fail({ reason: "too-large", limit: 20 } satisfies Failure);
  },
  half: (value) => (value % 2 === 0 ? value / 2 : fail()),
  even: (value) => (value % 2 === 0 ? undefined : fail()),
  echoNested: (value) => (value.tag === "ok" ? value.val : fail(value.val)),
  echoList: same,
  flip: ([value]) => [value.tag === "ok" ? { tag: "err", val: value.val } : { tag: "ok", val: value.val }],
};
