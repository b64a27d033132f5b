import { readDataSegments } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { expectAgreement } from "./agreement.ts";
import { moduleOf, section } from "./bytes.ts";

describe("element segments", () => {
  // One type, one function of it, one funcref table of 9 entries; the element section; the function's body.
  const withSegment = (...segment: readonly number[]): Uint8Array =>
    moduleOf(
      section(1, 1, [0x60, 0, 0]),
      section(3, 1, [0]),
      section(4, 1, [0x70, 0, 9]),
      section(9, 1, segment),
      section(10, 1, [2, 0, 0x0b]),
    );
  const offset = [0x41, 1, 0x0b];
  const functions = [2, 0, 0];
  const expressions = [1, 0xd2, 0, 0x0b];
  const listed = { kind: "functions", indices: [0, 0] };
  const computed = { kind: "expressions", count: 1 };
  const active = { kind: "active", table: 0 };
  const func = { nullable: false, heap: "func" };
  const funcref = { nullable: true, heap: "func" };

  test.each([
    { form: 0, segment: [0, ...offset, ...functions], mode: active, type: func, items: listed },
    { form: 1, segment: [1, 0, ...functions], mode: { kind: "passive" }, type: func, items: listed },
    { form: 2, segment: [2, 0, ...offset, 0, ...functions], mode: active, type: func, items: listed },
    { form: 3, segment: [3, 0, ...functions], mode: { kind: "declarative" }, type: func, items: listed },
    { form: 4, segment: [4, ...offset, ...expressions], mode: active, type: funcref, items: computed },
    { form: 5, segment: [5, 0x70, ...expressions], mode: { kind: "passive" }, type: funcref, items: computed },
    { form: 6, segment: [6, 0, ...offset, 0x70, ...expressions], mode: active, type: funcref, items: computed },
    { form: 7, segment: [7, 0x70, ...expressions], mode: { kind: "declarative" }, type: funcref, items: computed },
  ])("of form $form", ({ segment, mode, type, items }) => {
    expect(expectAgreement(withSegment(...segment)).elements).toMatchObject([{ mode, type, items }]);
  });
});

describe("data segments", () => {
  test("of each form", () => {
    const module = expectAgreement(
      moduleOf(
        section(5, 2, [0, 1], [0, 1]),
        section(11, 3, [0, 0x41, 5, 0x0b, 1], "a", [1, 2], "bc", [2, 1, 0x41, 7, 0x0b, 0]),
      ),
    );
    // Content begins at 18 with the first segment: its form, its expression, its size, its data.
    expect(module.data).toEqual({ count: 3, start: 18, end: 34 });
    expect(readDataSegments(module)).toEqual([
      { start: 23, end: 24, memory: 0, offset: { start: 19, end: 22 } },
      { start: 26, end: 28, memory: undefined, offset: undefined },
      { start: 34, end: 34, memory: 1, offset: { start: 30, end: 33 } },
    ]);
  });

  test("agree with the data count", () => {
    const module = expectAgreement(moduleOf(section(12, 1), section(11, 1, [1, 0])));
    expect(module.dataCount).toBe(1);
  });
});
