import type { RecordsExports } from "test:records/records@1.0.0";

const same = <T>(value: T): T => value;

export const shapes: RecordsExports["shapes"] = {
  echoMixed: same,
  echoTree: same,
  echoSingle: same,
  echoOne: same,
  swap: ([text, number]) => [number, text],
  weigh: ({ trunk }) => trunk.leaves.reduce((sum, leaf) => sum + leaf.weight, trunk.left.weight),
};
