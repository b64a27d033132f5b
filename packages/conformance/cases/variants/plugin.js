const same = (value) => value;
const colors = ["red", "light-green", "deep-blue"];

export const cases = {
  echoNarrow: same,
  echoWide: same,
  echoMixed: same,
  echoList: same,
  nameOf: ({ tag }) => tag,
  next: (color) => colors[(colors.indexOf(color) + 1) % colors.length],
};
