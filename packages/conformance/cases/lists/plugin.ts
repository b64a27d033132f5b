import type { ListsExports } from "test:lists/lists@1.0.0";

const same = <T>(values: T): T => values;

export const echo: ListsExports["echo"] = {
  bools: same,
  chars: same,
  strings: same,
  nested: same,
  bytes: same,
  pairs: same,
};

const utf8Length = (text: string): number => encodeURIComponent(text).replace(/%../g, "_").length;

export const work: ListsExports["work"] = {
  reverse: (values) => values.reverse(),
  measure: (values) => [values.length, values.reduce((sum, value) => sum + utf8Length(value), 0)],
};
