import { expect, test } from "vitest";
import { compare, median, missesGoal } from "../src/comparison.ts";

test("the median is the middle, or the mean of the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("the median of nothing");
});

test("both ways are timed in turn, and the first round does not count", () => {
  const turns: string[] = [];
  const way =
    (name: string, ...times: number[]) =>
    () => {
      turns.push(name);
      return times.shift() ?? Number.NaN;
    };
  const ways = { baseline: way("baseline", 900, 2, 1, 2), ours: way("ours", 900, 3, 3, 30) };
  const comparison = compare({ name: "a case", unit: "ns", kind: "ratio", rounds: 3, atMost: 1.5, ...ways });
  expect(comparison).toEqual({
    name: "a case",
    unit: "ns",
    baseline: 2,
    ours: 3,
    result: { kind: "ratio", value: 1.5, atMost: 1.5 },
  });
  expect(turns).toEqual(Array(4).fill(["baseline", "ours"]).flat());
});

test("a goal is missed above it, by what comes on top as by a ratio", () => {
  const added = (atMost: number | undefined) =>
    compare({ name: "", unit: "ms", kind: "difference", rounds: 1, atMost, baseline: () => 30, ours: () => 40 });
  expect([9, 10, undefined].map((atMost) => missesGoal(added(atMost)))).toEqual([true, false, false]);
});
