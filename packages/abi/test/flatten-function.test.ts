import { type FunctionType, flattenFunction, type ValueType } from "@polyplug/abi";
import { expect, test } from "vitest";
import { f64, option, result, string, u8, u32 } from "./types.ts";

function of(count: number, type: ValueType, given?: ValueType): FunctionType {
  return { params: Array.from({ length: count }, (_, index) => ({ name: `p${index}`, type })), result: given };
}

/** By hand, and compared with `flatten_functype` of the specification's `definitions.py`. */
test.each([
  ["nothing", of(0, u8), "() -> ()", "() -> ()"],
  [
    "16 flat parameters",
    of(16, u32, u8),
    `(${"i32 ".repeat(16).trim()}) -> (i32)`,
    `(${"i32 ".repeat(16).trim()}) -> (i32)`,
  ],
  ["17 flat parameters", of(17, u32, u8), "(i32) -> (i32)", "(i32) -> (i32)"],
  ["two flat results", of(1, string, string), "(i32 i32) -> (i32)", "(i32 i32 i32) -> ()"],
  ["18 flat parameters and two flat results", of(9, string, string), "(i32) -> (i32)", "(i32 i32) -> ()"],
  [
    "8 options and a result without values",
    of(8, option(f64), result()),
    `(${"i32 f64 ".repeat(8).trim()}) -> (i32)`,
    `(${"i32 f64 ".repeat(8).trim()}) -> (i32)`,
  ],
])("%s", (_name, type, lifted, lowered) => {
  const shown = (context: "lift" | "lower"): string => {
    const { params, results } = flattenFunction(type, context);
    return `(${params.join(" ")}) -> (${results.join(" ")})`;
  };
  expect([shown("lift"), shown("lower")]).toEqual([lifted, lowered]);
});
