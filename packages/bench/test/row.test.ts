import { expect, test } from "vitest";
import { misses, rowOf, type Subject } from "../src/row.ts";

const subject = { case: "a case", unit: "ms", against: "glue", measure: "ratio", target: 1.5 } as const;
const figures = (baseline: number, ours: number) => new Map(Object.entries({ baseline, ours }));

test("a row has what was measured by whom", () => {
  const measured = new Map(Object.entries({ baseline: 2, ours: 3, reference: 20, jco: 40 }));
  expect(rowOf(subject, measured, ["Extism"], "a note")).toEqual({
    case: "a case",
    unit: "ms",
    ours: 3,
    baseline: 2,
    peers: { jco: 40, Extism: null },
    ratio: 1.5,
    target: 1.5,
    met: true,
    measure: "ratio",
    against: "glue",
    reference: 20,
    note: "a note",
  });
});

test.for<[Subject["measure"], number, boolean]>([
  ["ratio", 1.3, true],
  ["ratio", 1.2, false],
  ["difference", 10, true],
  ["difference", 9, false],
  ["amount", 40, true],
  ["amount", 39, false],
])("40 beside 30 as %s, at most %d: %s", ([measure, target, met]) => {
  const row = rowOf({ ...subject, measure, target: target === 1.3 ? 4 / 3 : target }, figures(30, 40));
  expect([row.met, misses(row)]).toEqual([met, !met]);
});

test("without a target nothing is met or missed", () => {
  const { target: _, ...free } = subject;
  const row = rowOf(free, figures(1, 100));
  expect([row.target, row.met, misses(row)]).toEqual([null, null, false]);
});

test("what was not measured does not meet its target, and is not counted as missed", () => {
  const row = rowOf(subject, new Map());
  expect([row.ours, row.baseline, row.ratio, row.met, misses(row)]).toEqual([null, null, null, false, false]);
});
