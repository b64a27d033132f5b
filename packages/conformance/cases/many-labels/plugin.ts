import type { ManyLabelsExports } from "test:many-labels/many-labels@1.0.0";

const same = <T>(value: T): T => value;

export const labels: ManyLabelsExports["labels"] = {
  echo: same,
  echoList: same,
  numberOf: (label) => Number(label.slice(1)),
  last: () => "l256",
};
