const same = (value) => value;

export const shapes = {
  echoMixed: same,
  echoTree: same,
  echoSingle: same,
  echoOne: same,
  swap: ([text, number]) => [number, text],
  weigh: ({ trunk }) => trunk.leaves.reduce((sum, leaf) => sum + leaf.weight, trunk.left.weight),
};
