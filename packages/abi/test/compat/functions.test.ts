import { type Compatibility, compat, type FunctionType, type Item, type ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { option, record, string, u8, u16, u32 } from "../types.ts";
import { bound, func, lines, world } from "./worlds.ts";

const handle: ValueType = { kind: "borrow", resource: { name: "file" } };
const stream: ValueType = { kind: "unsupported", text: "stream<u8>" };

/** How functions fit where the host calls the plugin's, and where the plugin calls the host's. */
function fits(plugin: Item, contract: Item): { readonly exported: Compatibility; readonly imported: Compatibility } {
  return {
    exported: compat(world({ exports: { f: plugin } }), world({ exports: { f: contract } })),
    imported: compat(world({ imports: { f: plugin } }), world({ imports: { f: contract } })),
  };
}

type Row = readonly [
  what: string,
  plugin: Item,
  contract: Item,
  exported: readonly string[],
  imported: readonly string[],
];

const asAsync = (item: Item): Item =>
  item.kind === "function" ? { kind: "function", type: { ...item.type, async: true } } : item;

const none: readonly string[] = [];

describe("parameters and results", () => {
  test.each<Row>([
    ["the same", func({ a: u8, b: string }, u8), func({ a: u8, b: string }, u8), none, none],
    [
      "a parameter that widens to the plugin",
      func({ a: u16 }),
      func({ a: u8 }),
      none,
      ["import f: parameter a: wanted u8, found u16"],
    ],
    [
      "a parameter by another name",
      func({ width: u8 }),
      func({ height: u8 }),
      ["export f: parameter width: wanted height: u8, found width: u8"],
      ["import f: parameter width: wanted height: u8, found width: u8"],
    ],
    ["an option more in the plugin", func({ a: u8, b: option(u8) }), func({ a: u8 }), none, none],
    ["an option more in the contract", func({ a: u8 }), func({ a: u8, b: option(u8), c: option(string) }), none, none],
    [
      "more than an option in the plugin",
      func({ a: u8, b: u8 }),
      func({ a: u8 }),
      ["export f: parameter b: wanted no such parameter, found b: u8"],
      ["import f: parameter b: wanted no such parameter, found b: u8"],
    ],
    [
      "more than an option in the contract",
      func({ a: u8 }),
      func({ a: u8, b: option(option(u8)) }),
      ["export f: parameter b: wanted b: option<option<u8>>, found no such parameter"],
      ["import f: parameter b: wanted b: option<option<u8>>, found no such parameter"],
    ],
    [
      "an option more, before the last that both have",
      func({ a: option(u8), b: u8 }),
      func({ b: u8 }),
      [
        "export f: parameter a: wanted b: u8, found a: option<u8>",
        "export f: parameter b: wanted no such parameter, found b: u8",
      ],
      [
        "import f: parameter a: wanted b: u8, found a: option<u8>",
        "import f: parameter b: wanted no such parameter, found b: u8",
      ],
    ],
    [
      "handles of the plugin that the host would not see",
      func({ a: option(handle) }),
      func({}),
      none,
      ["import f: parameter a: wanted no such parameter, found a: option<borrow<file>>"],
    ],
    [
      "what nobody can lay out",
      func({ a: option(stream) }),
      func({}),
      ["export f: parameter a: wanted no such parameter, found a: option<stream<u8>>"],
      ["import f: parameter a: wanted no such parameter, found a: option<stream<u8>>"],
    ],
    [
      "a result that nobody asked for",
      func({ a: u8 }, u8),
      func({ a: u8 }),
      ["export f: wanted func(a: u8), found func(a: u8) -> u8"],
      ["import f: wanted func(a: u8), found func(a: u8) -> u8"],
    ],
    [
      "a result that is missing",
      func({}),
      func({}, string),
      ["export f: wanted func() -> string, found func()"],
      ["import f: wanted func() -> string, found func()"],
    ],
    [
      "an async function",
      asAsync(func({})),
      func({}),
      ["export f: wanted func(), found async func()"],
      ["import f: wanted func(), found async func()"],
    ],
  ])("%s", (_what, plugin, contract, exported, imported) => {
    const fit = fits(plugin, contract);
    expect(lines(fit.exported)).toEqual(exported);
    expect(lines(fit.imported)).toEqual(imported);
  });

  test("are told apart, though one type be in both", () => {
    const of = (kind: "u8" | "u16"): Item => {
      const type: ValueType = { kind };
      return func({ a: type }, type);
    };
    const { exported, imported } = fits(of("u8"), of("u16"));
    expect(lines(exported)).toEqual(["export f: parameter a: wanted u16, found u8"]);
    expect(lines(imported)).toEqual(["import f: result: wanted u16, found u8"]);
  });

  test("differ with the way to the place, in one sentence", () => {
    const options = (width: ValueType): ValueType => record({ size: record({ width }) });
    const { exported } = fits(func({ options: options(u8) }), func({ options: options(u32) }));
    expect(lines(exported)).toEqual(["export f: parameter options: size.width: wanted u32, found u8"]);
  });

  test("are counted as the contract has them, and typed as the plugin has them", () => {
    const plugin: FunctionType = {
      params: [
        { name: "a", type: u16 },
        { name: "b", type: option(u8) },
      ],
    };
    const { exported, imported } = fits({ kind: "function", type: plugin }, func({ a: u8 }));
    expect(bound(exported.exports, "f")).toEqual({
      kind: "function",
      arity: 1,
      type: {
        params: [
          { name: "a", type: { kind: "u16", view: "u8" } },
          { name: "b", type: option(u8) },
        ],
      },
    });
    expect(bound(imported.imports, "f").arity).toBe(1);
  });
});
