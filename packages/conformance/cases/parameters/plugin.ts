import { seventeen } from "test:parameters/host@1.0.0";
import type { ParametersExports } from "test:parameters/parameters@1.0.0";

/** Each counts by its place, so that two that are exchanged show. */
const weigh = (...values: number[]): number => values.reduce((sum, value, index) => sum + value * (index + 1), 0);

export const many: ParametersExports["many"] = {
  sixteen: weigh,
  seventeen: weigh,
  strings: (...texts) => texts.join(""),
  mixed: (a, b, c, d, e, f, g, h, i, j, k, l, m) =>
    [a, b.toFixed(2), Number(c), d, e, f, g.codePointAt(0), h.toFixed(2), i, j ?? "none", k, l, m].join(" "),
};

export const results: ParametersExports["results"] = {
  numbers(start) {
    const at = (place: number): number => start + place;
    const longAt = (place: number): bigint => BigInt(at(place));
    return [
      ...([at(0), at(1), at(2), longAt(3), at(4), at(5), at(6), longAt(7), at(8)] as const),
      ...([at(9), at(10), at(11), at(12), longAt(13), at(14), at(15), at(16), longAt(17)] as const),
    ];
  },
  words: () => ["one", "", "three"],
};

export const ask: ParametersExports["ask"] = () => seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
