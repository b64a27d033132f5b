import {
  type CallContext,
  CallScope,
  CoreValueIterator,
  HandleTable,
  liftParams,
  lowerParams,
  type ResourceType,
  resourceDrop,
  resourceNew,
  resourceRep,
} from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { Guest } from "./guest.ts";
import { file } from "./types.ts";

const other: ResourceType = { name: "file" };

function lower(cx: CallContext, kind: "own" | "borrow", rep: number): number {
  return Number(lowerParams(cx, { params: [{ name: "a", type: { kind, resource: file } }] }, [rep])[0]);
}

function lift(cx: CallContext, kind: "own" | "borrow", index: number): unknown {
  return liftParams(cx, { params: [{ name: "a", type: { kind, resource: file } }] }, new CoreValueIterator([index]))[0];
}

/** A guest that holds these, and a call of it. */
function callOf(handles: HandleTable): { cx: CallContext; scope: CallScope } {
  const scope = new CallScope();
  return { cx: new Guest().call({ handles, scope }), scope };
}

test("a handle is an index from 1, and one that was dropped is given out again", () => {
  const handles = new HandleTable([file]);
  expect([11, 12, 13].map((rep) => resourceNew(handles, file, rep))).toEqual([1, 2, 3]);
  expect(resourceRep(handles, file, 2)).toBe(12);
  expect(resourceDrop(handles, file, 2)).toBe(12);
  expect(resourceNew(handles, file, -1)).toBe(2);
  expect(resourceRep(handles, file, 2)).toBe(2 ** 32 - 1);
});

test("what is owned goes from one guest to another, and the first one has it no more", () => {
  const [first, second] = [new HandleTable([file]), new HandleTable()];
  const index = resourceNew(first, file, 7);
  const rep = lift(callOf(first).cx, "own", index);
  expect(rep).toBe(7);
  expect(first.get(index)).toBeUndefined();
  expect(resourceRep(second, file, lower(callOf(second).cx, "own", 7))).toBe(7);
});

test("what is borrowed has to be dropped before the call ends", () => {
  const handles = new HandleTable();
  const { cx, scope } = callOf(handles);
  const index = lower(cx, "borrow", 7);
  expect(failure(() => scope.end())).toMatchObject({
    code: "trap",
    message: "cannot end the call: the guest kept 1 borrowed handle",
  });
  expect(resourceDrop(handles, file, index)).toBeUndefined();
  expect(() => scope.end()).not.toThrow();
});

test("a guest that implements a resource is lent what it knows it by, and no handle", () => {
  const handles = new HandleTable([file]);
  const { cx, scope } = callOf(handles);
  expect(lower(cx, "borrow", 7)).toBe(7);
  expect(handles.get(1)).toBeUndefined();
  expect(() => scope.end()).not.toThrow();
});

test("what a guest lends it can neither drop nor hand over before the call ends", () => {
  const handles = new HandleTable();
  const { cx, scope } = callOf(handles);
  const index = lower(cx, "own", 7);
  expect([lift(cx, "borrow", index), lift(cx, "borrow", index)]).toEqual([7, 7]);
  expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({
    code: "trap",
    message: "cannot drop handle 1: it is lent to 2 calls under way",
  });
  expect(failure(() => lift(callOf(handles).cx, "own", index))).toMatchObject({
    code: "trap",
    message: 'cannot lift argument 1 of "f": a: handle 1 is lent to 2 calls under way',
  });
  scope.end();
  expect(resourceDrop(handles, file, index)).toBe(7);
});

describe("a handle that is none is a trap", () => {
  test.each([0, 2, -1])("%i", (index) => {
    const handles = new HandleTable();
    const { cx } = callOf(handles);
    lower(cx, "own", 7);
    const reason = `there is no handle ${index >>> 0}`;
    for (const kind of ["own", "borrow"] as const) {
      expect(failure(() => lift(cx, kind, index))).toMatchObject({ code: "trap", reason: `a: ${reason}` });
    }
    expect(failure(() => resourceRep(handles, file, index))).toMatchObject({ code: "trap" });
    expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({ code: "trap" });
  });

  test("dropped twice", () => {
    const handles = new HandleTable([file]);
    const index = resourceNew(handles, file, 7);
    resourceDrop(handles, file, index);
    const message = "cannot drop handle 1: there is no such handle";
    expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({ code: "trap", message });
  });

  test("of another resource of the same name", () => {
    const handles = new HandleTable([other]);
    const index = resourceNew(handles, other, 7);
    const reason = "expected a handle to file, got one to file";
    expect(failure(() => resourceRep(handles, file, index))).toMatchObject({ code: "trap", reason });
    expect(failure(() => lift(callOf(handles).cx, "own", index))).toMatchObject({
      code: "trap",
      reason: `a: ${reason}`,
    });
  });

  test("borrowed, and handed over as if it were owned", () => {
    const handles = new HandleTable();
    const { cx } = callOf(handles);
    const index = lower(cx, "borrow", 7);
    expect(failure(() => lift(cx, "own", index))).toMatchObject({
      code: "trap",
      reason: "a: handle 1 is borrowed and not owned",
    });
  });
});
