const same = (value) => value;

/** Both engines take what is thrown, when it is no Error, for what err carries. */
const fail = (payload) => {
  throw payload;
};

export const outcomes = {
  parse: (text) => (/^\d+$/.test(text) ? Number(text) : fail(`${text} is no number`)),
  check(value) {
    if (value < 10) fail({ reason: "too-small", limit: 10 });
    if (value > 20) fail({ reason: "too-large", limit: 20 });
  },
  half: (value) => (value % 2 === 0 ? value / 2 : fail()),
  even: (value) => (value % 2 === 0 ? undefined : fail()),
  echoNested: ({ tag, val }) => (tag === "ok" ? val : fail(val)),
  echoList: same,
  flip: ([{ tag, val }]) => [{ tag: tag === "ok" ? "err" : "ok", val }],
};
