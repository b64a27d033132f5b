import { type FunctionType, type Item, printFunction, printType, printWorld, type ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { bool, enumOf, file, flags, list, option, record, result, string, tuple, u8, u32, variant } from "../types.ts";

describe("printType", () => {
  test.each<[text: string, type: ValueType]>([
    ["u8", { kind: "u8", view: "u64" }],
    ["list<option<string>>", list(option(string))],
    ["tuple<u8, bool>", tuple(u8, bool)],
    ["result", result()],
    ["result<u8>", result(u8)],
    ["result<_, u8>", result(undefined, u8)],
    ["result<u8, string>", result(u8, string)],
    ["record { a: u8, b: list<u8> }", record({ a: u8, b: list(u8) })],
    ["variant { none, some(u8) }", variant({ none: undefined, some: u8 })],
    ["enum { label-0, label-1 }", enumOf(2)],
    ["flags { label-0 }", flags(1)],
    ["file", { kind: "own", resource: file }],
    ["borrow<file>", { kind: "borrow", resource: file }],
    ["stream<u8>", { kind: "unsupported", text: "stream<u8>" }],
  ])("%s", (text, type) => {
    expect(printType(type)).toBe(text);
  });

  test("calls what has a name by it, however deep", () => {
    const size = record({ width: u32 });
    const names = (type: object): string | undefined => (type === size ? "size" : type === file ? "handle" : undefined);
    expect(printType(list(size), names)).toBe("list<size>");
    expect(printType({ kind: "own", resource: file }, names)).toBe("handle");
  });

  test("ends somewhere", () => {
    let type: ValueType = u8;
    for (let depth = 0; depth < 90; depth++) type = record({ [`first-${depth}`]: type, second: type });
    expect(printType(type)).toMatch(/^record { first-89: record { first-88: .*…/);
    expect(printType(type).length).toBeLessThan(1_000);
    expect(printType(record({ ["x".repeat(100_000)]: u8 })).length).toBeLessThan(1_000);
    expect(
      printType(record(Object.fromEntries(Array.from({ length: 9_999 }, (_, n) => [`f${n}`, u8])))).length,
    ).toBeLessThan(1_000);
  });
});

describe("printFunction", () => {
  const own: ValueType = { kind: "own", resource: file };
  const borrow: ValueType = { kind: "borrow", resource: file };

  test.each<[text: string, name: string, type: FunctionType]>([
    ["run: func()", "run", { params: [] }],
    ["run: async func(a: u8) -> string", "run", { async: true, params: [{ name: "a", type: u8 }], result: string }],
    ["constructor(name: string)", "[constructor]file", { params: [{ name: "name", type: string }], result: own }],
    ["constructor() -> result<file, string>", "[constructor]file", { params: [], result: result(own, string) }],
    [
      "read: func(at: u32) -> u8",
      "[method]file.read",
      {
        params: [
          { name: "self", type: borrow },
          { name: "at", type: u32 },
        ],
        result: u8,
      },
    ],
    ["open: static func() -> file", "[static]file.open", { params: [], result: own }],
  ])("%s", (text, name, type) => {
    expect(printFunction(name, type)).toBe(text);
  });
});

describe("printWorld", () => {
  test("puts what does not fit a line on lines of its own", () => {
    const long = record(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`a-rather-long-name-${n}`, u8])));
    const items = new Map<string, Item>([["long", { kind: "type", type: long }]]);
    const lines = printWorld({ name: undefined, imports: items, exports: new Map() }).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "world plugin {",
      "  record long {",
      "    a-rather-long-name-0: u8,",
      "    a-rather-long-name-1: u8,",
    ]);
  });

  test("says of a second name what it stands for", () => {
    const items = new Map<string, Item>([
      ["a", { kind: "type", type: u8 }],
      ["b", { kind: "type", type: u8 }],
      ["r", { kind: "resource", resource: file }],
      ["s", { kind: "resource", resource: file }],
    ]);
    const text = printWorld({
      name: "a:b/c",
      imports: new Map([["a:b/d", { kind: "interface", items }]]),
      exports: items,
    });
    expect(text).toBe(`world a:b/c {
  import a:b/d {
    type a = u8;
    type b = a;
    resource r;
    type s = r;
  }
  use a:b/d.{a};
  use a:b/d.{a as b};
  use a:b/d.{r};
  use a:b/d.{r as s};
}
`);
  });

  test("ends after 5,000 lines", () => {
    const items = new Map<string, Item>(
      Array.from({ length: 6_000 }, (_, n) => [`f${n}`, { kind: "function", type: { params: [] } }]),
    );
    const lines = printWorld({ name: undefined, imports: items, exports: items }).split("\n");
    expect(lines).toHaveLength(5_002);
    expect(lines.at(-2)).toBe("// …");
  });
});
