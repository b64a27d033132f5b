import { expect, test } from "vitest";
import { measure } from "../src/measure.ts";
import { median } from "../src/median.ts";

/** A way that takes these times, one after the other, and tells of each turn. */
function way(party: string, turns: string[], ...times: number[]) {
  const sample = () => {
    turns.push(party);
    return times.shift() ?? Number.NaN;
  };
  return { party, ready: () => sample };
}

test("the median is the middle, or the mean of the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("the median of nothing");
});

test("ways take turns, each is first in its turn, and the first round does not count", async () => {
  const turns: string[] = [];
  const ways = [way("baseline", turns, 900, 2, 1, 2), way("ours", turns, 900, 3, 3, 30)];
  const figures = await measure(ways, { rounds: 3, blocks: 1 });
  expect([...figures]).toEqual([
    ["baseline", 2],
    ["ours", 3],
  ]);
  expect(turns).toEqual(["baseline", "ours", "baseline", "ours", "ours", "baseline", "baseline", "ours"]);
});

test("of several blocks the least median counts, and each begins anew", async () => {
  const blocks = [
    [900, 9, 9, 1],
    [900, 3, 3, 1],
    [900, 5, 5, 5],
  ];
  const ready = () => {
    const times = blocks.shift() ?? [];
    return () => times.shift() ?? Number.NaN;
  };
  const figures = await measure([{ party: "ours", ready }], { rounds: 3, blocks: 3 });
  expect(figures.get("ours")).toBe(3);
});

test("a way may be asynchronous", async () => {
  const figures = await measure([{ party: "Extism", ready: async () => async () => 4 }], { rounds: 1, blocks: 1 });
  expect(figures.get("Extism")).toBe(4);
});
