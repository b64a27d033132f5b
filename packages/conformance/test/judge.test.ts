import { describe, expect, test } from "vitest";
import { type Case, judge, parseKnownFailures, type Step, stepsOf } from "../src/index.ts";

const caseOf = (calls: Case["calls"]): Case => ({ name: "sums", folder: "", calls });
const steps: readonly Step[] = stepsOf(caseOf([{ call: "add", echoes: [1, 2], refuses: ["3"] }]));
const known = parseKnownFailures("# It cannot do better.\nsums: add(2)", "abacus");

const verdicts = (...differences: (string | undefined)[]) =>
  steps.map((step, place) => ({ step, difference: differences[place] }));

describe("steps", () => {
  test("are one a call, with what comes of it", () => {
    expect(steps.map(({ title, expected }) => ({ title, expected }))).toEqual([
      { title: "add(1)", expected: { kind: "returns", value: 1 } },
      { title: "add(2)", expected: { kind: "returns", value: 2 } },
      { title: 'add("3")', expected: { kind: "fails", code: "bad-argument" } },
    ]);
  });

  test("have titles of their own", () => {
    const again = stepsOf(caseOf([{ call: "count" }, { call: "count" }]));
    expect(again.map(({ title }) => title)).toEqual(["count()", "count() #2"]);
  });

  test("are not made of keys that there are not", () => {
    const misspelt = JSON.parse('{ "call": "add", "return": 1 }');
    expect(() => stepsOf(caseOf([misspelt]))).toThrow("sums: add: there is no key return");
  });

  test("are not none", () => {
    expect(() => stepsOf(caseOf([]))).toThrow("the case sums calls nothing");
  });
});

describe("known failures", () => {
  test("are failures that nobody complains of", () => {
    const judgement = judge("sums", verdicts(undefined, "it is 3", undefined), known);
    const foreseen = [{ pattern: "sums: add(2)", reason: "It cannot do better." }];
    expect(judgement).toEqual({ failures: [], unexpectedPasses: [], passed: 2, foreseen });
  });

  test("that pass are complained of", () => {
    const { unexpectedPasses } = judge("sums", verdicts(undefined, undefined, undefined), known);
    expect(unexpectedPasses).toEqual(["sums: add(2): it passes, and sums: add(2) says that it fails"]);
  });

  test("leave no other failure out", () => {
    const { failures } = judge("sums", verdicts("it is 0", "it is 3", undefined), known);
    expect(failures).toEqual(["sums: add(1): it is 0"]);
  });

  test("have a reason above", () => {
    expect(() => parseKnownFailures("# Why.\na: b\n\nc: d", "abacus")).toThrow("there is no reason above c: d");
  });

  test("may stand for anything where they have a star, and for themselves elsewhere", () => {
    const [pattern] = parseKnownFailures("# Why.\nsums: add(*)", "abacus");
    expect(
      ["sums: add(1)", "sums: add()", "sums: addition", "sums: add(1"].map((step) => pattern?.matches(step)),
    ).toEqual([true, true, false, false]);
  });

  test("have the reason that is above them, of one line or several, alone or with others", () => {
    const text = "# One.\na: b\na: c\n# Two\n# lines.\na: d\n\n# Three.\na: e";
    const reasons = parseKnownFailures(text, "abacus").map(({ pattern, reason }) => [pattern, reason]);
    expect(reasons).toEqual([
      ["a: b", "One."],
      ["a: c", "One."],
      ["a: d", "Two lines."],
      ["a: e", "Three."],
    ]);
  });
});
