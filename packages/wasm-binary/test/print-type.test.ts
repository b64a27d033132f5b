import { type ExternType, printType, printValType } from "@polyplug/wasm-binary";
import { expect, test } from "vitest";

const memory = { kind: "memory", shared: false, index: "i32" } as const;
const funcref = { nullable: true, heap: "func" } as const;

test.each<{ type: ExternType; text: string }>([
  {
    type: { kind: "func", typeIndex: 0, type: { params: ["i32", "i32"], results: ["i32"] } },
    text: "func (i32, i32) -> i32",
  },
  { type: { kind: "func", typeIndex: 0, type: { params: [], results: [] } }, text: "func ()" },
  {
    type: { kind: "func", typeIndex: 0, type: { params: ["i64"], results: ["i32", "f64"] } },
    text: "func (i64) -> (i32, f64)",
  },
  { type: { ...memory, limits: { min: 1n, max: 16n } }, text: "memory 1..16" },
  { type: { ...memory, limits: { min: 1n } }, text: "memory 1" },
  {
    type: { ...memory, limits: { min: 1n, max: 2n }, index: "i64", shared: true },
    text: "memory i64 1..2 shared",
  },
  { type: { kind: "global", mutable: true, type: "i32" }, text: "global mut i32" },
  { type: { kind: "global", mutable: false, type: "v128" }, text: "global v128" },
  {
    type: { kind: "table", index: "i32", limits: { min: 1n, max: 10n }, element: funcref },
    text: "table 1..10 funcref",
  },
  {
    type: { kind: "table", index: "i64", limits: { min: 0n }, element: { nullable: false, heap: 4 } },
    text: "table i64 0 (ref 4)",
  },
  { type: { kind: "tag", typeIndex: 0, type: { params: ["i32"], results: [] } }, text: "tag (i32)" },
])("prints $text", ({ type, text }) => {
  expect(printType(type)).toBe(text);
});

test("prints references by their short names where the text format has one", () => {
  expect(printValType(funcref)).toBe("funcref");
  expect(printValType({ nullable: true, heap: "extern" })).toBe("externref");
  expect(printValType({ nullable: false, heap: "extern" })).toBe("(ref extern)");
  expect(printValType({ nullable: true, heap: 0 })).toBe("(ref null 0)");
});
