import { seventeen } from "test:parameters/host@1.0.0";

/** Each counts by its place, so that two that are exchanged show. */
const weigh = (...values) => values.reduce((sum, value, index) => sum + value * (index + 1), 0);

export const many = {
  sixteen: weigh,
  seventeen: weigh,
  strings: (...texts) => texts.join(""),
  mixed: (a, b, c, d, e, f, g, h, i, j, k, l, m) =>
    [a, b.toFixed(2), Number(c), d, e, f, g.codePointAt(0), h.toFixed(2), i, j ?? "none", k, l, m].join(" "),
};

export const results = {
  numbers: (start) =>
    Array.from({ length: 18 }, (_, place) => ([3, 7, 13, 17].includes(place) ? BigInt(start + place) : start + place)),
  words: () => ["one", "", "three"],
};

export const ask = () => seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
