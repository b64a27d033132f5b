import { alignment, elementSize, fieldOffsets, flattenType, payloadOffset, type ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import {
  bool,
  char,
  enumOf,
  f32,
  f64,
  file,
  flags,
  list,
  option,
  record,
  result,
  s64,
  string,
  tuple,
  u8,
  u16,
  u32,
  u64,
  variant,
} from "./types.ts";

/**
 * Worked out by hand from the specification's rules, and then compared line by line with what the specification's own
 * `definitions.py` answers to `alignment(t, 'i32')`, `elem_size(t, 'i32')` and `flatten_type(t, opts)`.
 */
const facts: readonly (readonly [name: string, type: ValueType, alignment: number, size: number, flat: string])[] = [
  ["bool", bool, 1, 1, "i32"],
  ["u8", u8, 1, 1, "i32"],
  ["s8", { kind: "s8" }, 1, 1, "i32"],
  ["u16", u16, 2, 2, "i32"],
  ["s16", { kind: "s16" }, 2, 2, "i32"],
  ["u32", u32, 4, 4, "i32"],
  ["s32", { kind: "s32" }, 4, 4, "i32"],
  ["u64", u64, 8, 8, "i64"],
  ["s64", s64, 8, 8, "i64"],
  ["f32", f32, 4, 4, "f32"],
  ["f64", f64, 8, 8, "f64"],
  ["char", char, 4, 4, "i32"],
  ["string", string, 4, 8, "i32 i32"],
  ["list<u8>", list(u8), 4, 8, "i32 i32"],
  ["record {u8, u64, u16}", record({ a: u8, b: u64, c: u16 }), 8, 24, "i32 i64 i32"],
  ["record {u8, u16, u8, u32}", record({ a: u8, b: u16, c: u8, d: u32 }), 4, 12, "i32 i32 i32 i32"],
  ["record {string, bool}", record({ a: string, b: bool }), 4, 12, "i32 i32 i32"],
  ["tuple<u8, u8, u8>", tuple(u8, u8, u8), 1, 3, "i32 i32 i32"],
  ["tuple<f64, char>", tuple(f64, char), 8, 16, "f64 i32"],
  ["tuple<record {u8, u16}, u8>", tuple(record({ a: u8, b: u16 }), u8), 2, 6, "i32 i32 i32"],
  ["variant {a, b(u8)}", variant({ a: undefined, b: u8 }), 1, 2, "i32 i32"],
  ["variant {a(u8), b(u64)}", variant({ a: u8, b: u64 }), 8, 16, "i32 i64"],
  ["variant {a(f32), b(u32)}", variant({ a: f32, b: u32 }), 4, 8, "i32 i32"],
  ["variant {a(f32), b(f64)}", variant({ a: f32, b: f64 }), 8, 16, "i32 i64"],
  ["variant {a(f32), b(u64)}", variant({ a: f32, b: u64 }), 8, 16, "i32 i64"],
  ["variant {string, tuple<f32, f64, u8>}", variant({ a: string, b: tuple(f32, f64, u8) }), 8, 32, "i32 i32 i64 i32"],
  ["variant {tuple<u64, f32>, f64}", variant({ a: tuple(u64, f32), b: f64 }), 8, 24, "i32 i64 f32"],
  ["enum of 1", enumOf(1), 1, 1, "i32"],
  ["enum of 256", enumOf(256), 1, 1, "i32"],
  ["enum of 257", enumOf(257), 2, 2, "i32"],
  ["enum of 65,536", enumOf(65_536), 2, 2, "i32"],
  ["enum of 65,537", enumOf(65_537), 4, 4, "i32"],
  ["option<u8>", option(u8), 1, 2, "i32 i32"],
  ["option<u64>", option(u64), 8, 16, "i32 i64"],
  ["option<option<u32>>", option(option(u32)), 4, 12, "i32 i32 i32"],
  ["option<string>", option(string), 4, 12, "i32 i32 i32"],
  ["result", result(), 1, 1, "i32"],
  ["result<u8>", result(u8), 1, 2, "i32 i32"],
  ["result<_, string>", result(undefined, string), 4, 12, "i32 i32 i32"],
  ["result<f32, s64>", result(f32, s64), 8, 16, "i32 i64"],
  ["flags of 1", flags(1), 1, 1, "i32"],
  ["flags of 8", flags(8), 1, 1, "i32"],
  ["flags of 9", flags(9), 2, 2, "i32"],
  ["flags of 16", flags(16), 2, 2, "i32"],
  ["flags of 17", flags(17), 4, 4, "i32"],
  ["flags of 32", flags(32), 4, 4, "i32"],
  ["own", { kind: "own", resource: file }, 4, 4, "i32"],
  ["borrow", { kind: "borrow", resource: file }, 4, 4, "i32"],
];

test.each(facts)("%s", (_name, type, align, size, flat) => {
  expect([alignment(type), elementSize(type), flattenType(type)?.join(" ")]).toEqual([align, size, flat]);
});

test("the fields of a record lie at the next aligned place each", () => {
  const fields = [u8, u64, u16, u8, f32].map((type, index) => ({ name: `f${index}`, type }));
  expect(fieldOffsets(fields)).toEqual([0, 8, 16, 18, 20]);
});

test("what the cases carry lies behind the discriminant, aligned for all of them", () => {
  expect(payloadOffset([{ name: "a" }, { name: "b", type: u8 }])).toBe(1);
  expect(
    payloadOffset([
      { name: "a", type: u8 },
      { name: "b", type: f64 },
    ]),
  ).toBe(8);
});

describe("what cannot be laid out is malformed", () => {
  test.each([
    ["a record without fields", record({}), "cannot lay out a record: it has no fields"],
    ["a variant without cases", variant({}), "cannot lay out a variant: it has no cases"],
    ["flags without labels", flags(0), "cannot lay out flags: they have 0 labels, and there must be 1 to 32"],
    ["33 flags", flags(33), "cannot lay out flags: they have 33 labels, and there must be 1 to 32"],
  ])("%s", (_name, type, message) => {
    expect(failure(() => elementSize(type))).toMatchObject({ code: "malformed", message });
  });
});
