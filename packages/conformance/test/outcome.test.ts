import { PluginError, ResultError } from "@polyplug/errors";
import { describe, expect, test } from "vitest";
import { differenceOf, type Notation, type Outcome, stepsOf, thrownOutcome } from "../src/index.ts";

const recall = (name: string): unknown => `kept ${name}`;

const check = (row: { returns?: Notation; throws?: Notation; fails?: string; heard?: [] }, outcome: Outcome) => {
  const [step] = stepsOf({ name: "sums", folder: "", calls: [{ call: "add", ...row }] });
  if (step === undefined) throw new Error("there is no step");
  return differenceOf(step, outcome, recall);
};

const returned = (value: unknown): Outcome => ({ kind: "returns", value, heard: [] });
const trap = new PluginError({ code: "trap", action: "call add", reason: "unreachable" });

test.for<[string, Notation, unknown]>([
  ["another number", 1, 2],
  ["minus zero", 0, -0],
  ["a number for a bigint", { $bigint: "1" }, 1],
  ["an array for a typed array", { $u8: [1] }, [1]],
  ["another typed array", { $u8: [1] }, Int8Array.of(1)],
  ["one field more", { a: 1 }, { a: 1, b: undefined }],
  ["one field less", { a: 1, b: null }, { a: 1 }],
  ["an object for nothing", null, {}],
])("tells %s from what is expected", ([, expected, value]) => {
  expect(check({ returns: expected }, returned(value))).toMatch(/^expected that it returns /);
});

test("takes a NaN for a NaN", () => {
  expect(check({ returns: { $number: "NaN" } }, returned(Number.NaN))).toBeUndefined();
});

test("tells a handle from another of the same class", () => {
  class Handle {}
  const [kept, other] = [new Handle(), new Handle()];
  const [step] = stepsOf({ name: "sums", folder: "", calls: [{ call: "pass", returns: { $kept: "one" } }] });
  if (step === undefined) throw new Error("there is no step");
  expect(differenceOf(step, returned(kept), () => kept)).toBeUndefined();
  expect(differenceOf(step, returned(other), () => kept)).toBeDefined();
});

describe("an end that is not the expected one", () => {
  test.for<[string, Parameters<typeof check>[0], Outcome]>([
    ["a return for a throw", { throws: 1 }, returned(1)],
    ["a throw for a return", { returns: 1 }, thrownOutcome(new ResultError(1), [])],
    ["another payload", { throws: 1 }, thrownOutcome(new ResultError(2), [])],
    ["a return for a failure", { fails: "trap" }, returned(1)],
    ["another failure", { fails: "bad-argument" }, thrownOutcome(trap, [])],
    ["a fault of the test", { fails: "trap" }, thrownOutcome(new TypeError("no function"), [])],
    ["a call that nobody expected", { returns: 1, heard: [] }, { kind: "returns", value: 1, heard: [["log", []]] }],
  ])("%s", ([, row, outcome]) => {
    expect(check(row, outcome)).toBeDefined();
  });
});

test("a failure may be told of without its code", () => {
  expect(check({ fails: "trap" }, thrownOutcome(trap, []))).toBeUndefined();
  expect(check({ fails: "trap" }, { kind: "fails", code: undefined, error: trap, heard: [] })).toBeUndefined();
});
