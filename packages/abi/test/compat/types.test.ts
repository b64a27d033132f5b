import type { IntegerKind, ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import {
  bool,
  char,
  f32,
  f64,
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
} from "../types.ts";
import { type Verdict, verdicts } from "./worlds.ts";

const enumOf = (...labels: string[]): ValueType => ({ kind: "enum", labels });
const flagsOf = (...labels: string[]): ValueType => ({ kind: "flags", labels });
const stream: ValueType = { kind: "unsupported", text: "stream<u8>" };
const handle: ValueType = { kind: "own", resource: { name: "file" } };

/** One row of the table: the plugin's type, the contract's, and what differs where the host and where the plugin gets the value. */
type Row = readonly [
  what: string,
  plugin: ValueType,
  contract: ValueType,
  toHost: readonly string[],
  toPlugin: readonly string[],
];

const differs = (path: string, wanted: string, found: string): readonly string[] => [
  `${path === "" ? "" : `${path}: `}wanted ${wanted}, found ${found}`,
];
const fits: readonly string[] = [];

function rows(table: readonly Row[]): void {
  test.each(table)("%s", (_what, plugin, contract, toHost, toPlugin) => {
    const verdict = verdicts(plugin, contract);
    expect(verdict.toHost.lines).toEqual(toHost);
    expect(verdict.toPlugin.lines).toEqual(toPlugin);
  });
}

describe("integers", () => {
  const kinds: readonly IntegerKind[] = ["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64"];
  const range = (kind: IntegerKind): readonly [bigint, bigint] => {
    const bits = BigInt(kind.slice(1));
    return kind.startsWith("s") ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
  };

  test.each(kinds.flatMap((plugin) => kinds.map((contract) => [plugin, contract] as const)))(
    "%s of a plugin, %s of the contract: fit where the range of the giver is within that of the receiver",
    (plugin, contract) => {
      const [ours, theirs] = [range(plugin), range(contract)];
      const verdict = verdicts({ kind: plugin }, { kind: contract });
      const check = ({ lines, type }: Verdict, isWithin: boolean): void => {
        expect(lines).toEqual(isWithin ? fits : differs("", contract, plugin));
        if (isWithin) expect(type).toEqual(plugin === contract ? { kind: plugin } : { kind: plugin, view: contract });
      };
      check(verdict.toHost, ours[0] >= theirs[0] && ours[1] <= theirs[1]);
      check(verdict.toPlugin, theirs[0] >= ours[0] && theirs[1] <= ours[1]);
    },
  );
});

describe("primitive types", () => {
  rows([
    ["the same", char, { kind: "char" }, fits, fits],
    ["floats do not widen", f32, f64, differs("", "f64", "f32"), differs("", "f64", "f32")],
    ["no integer is a float", u8, f64, differs("", "f64", "u8"), differs("", "f64", "u8")],
    ["no char is a string", char, string, differs("", "string", "char"), differs("", "string", "char")],
    ["no bool is a u8", bool, u8, differs("", "u8", "bool"), differs("", "u8", "bool")],
  ]);
});

describe("lists, options, results and tuples", () => {
  rows([
    ["elements widen to the host", list(u8), list(u16), fits, differs("[]", "u16", "u8")],
    ["elements widen to the plugin", list(u16), list(u8), differs("[]", "u8", "u16"), fits],
    ["what is optional widens", option(u8), option(u32), fits, differs("", "u32", "u8")],
    ["an option is no bare value", option(u8), u8, differs("", "u8", "option<u8>"), differs("", "u8", "option<u8>")],
    ["a bare value is no option", u8, option(u8), differs("", "option<u8>", "u8"), differs("", "option<u8>", "u8")],
    ["ok widens", result(u8, string), result(u32, string), fits, differs("(ok)", "u32", "u8")],
    ["err widens", result(u8, u32), result(u8, u8), differs("(err)", "u8", "u32"), fits],
    [
      "ok without a value",
      result(undefined, string),
      result(u8, string),
      differs("", "result<u8, string>", "result<_, string>"),
      differs("", "result<u8, string>", "result<_, string>"),
    ],
    [
      "err with a value",
      result(u8, u8),
      result(u8),
      differs("", "result<u8>", "result<u8, u8>"),
      differs("", "result<u8>", "result<u8, u8>"),
    ],
    [
      "each of a tuple widens",
      tuple(u8, u32),
      tuple(u32, u8),
      differs("[1]", "u8", "u32"),
      differs("[0]", "u32", "u8"),
    ],
    [
      "a shorter tuple",
      tuple(u8),
      tuple(u8, u8),
      differs("", "tuple<u8, u8>", "tuple<u8>"),
      differs("", "tuple<u8, u8>", "tuple<u8>"),
    ],
    [
      "a tuple with an option more",
      tuple(u8, option(u8)),
      tuple(u8),
      differs("", "tuple<u8>", "tuple<u8, option<u8>>"),
      differs("", "tuple<u8>", "tuple<u8, option<u8>>"),
    ],
  ]);
});

describe("records", () => {
  const small = record({ width: u32 });
  rows([
    ["in another order", record({ a: u8, b: string }), record({ b: string, a: u8 }), fits, fits],
    [
      "a field of the plugin that the host does not know",
      record({ width: u32, depth: u8 }),
      small,
      fits,
      differs("depth", "no such field", "field depth: u8"),
    ],
    [
      "an option of the plugin that the host does not know",
      record({ width: u32, depth: option(u8) }),
      small,
      fits,
      fits,
    ],
    [
      "a field of the contract that the plugin does not know",
      small,
      record({ width: u32, depth: u8 }),
      differs("depth", "field depth: u8", "no such field"),
      fits,
    ],
    [
      "an option of the contract that the plugin does not know",
      small,
      record({ width: u32, depth: option(u8) }),
      fits,
      fits,
    ],
    [
      "an option of an option, which has no undefined",
      small,
      record({ width: u32, depth: option(option(u8)) }),
      differs("depth", "field depth: option<option<u8>>", "no such field"),
      fits,
    ],
    [
      "an option of an option of the plugin",
      record({ width: u32, depth: option(option(u8)) }),
      small,
      fits,
      differs("depth", "no such field", "field depth: option<option<u8>>"),
    ],
    [
      "a field that widens, deep inside",
      record({ in: list(record({ x: u8 })) }),
      record({ in: list(record({ x: u64 })) }),
      fits,
      differs("in[].x", "u64", "u8"),
    ],
    [
      "handles that nobody would let go of",
      record({ width: u32, file: option(list(handle)) }),
      small,
      differs("file", "no such field", "field file: option<list<file>>"),
      fits,
    ],
    [
      "a field that nobody can lay out",
      record({ width: u32, in: option(stream) }),
      small,
      differs("in", "no such field", "field in: option<stream<u8>>"),
      differs("in", "no such field", "field in: option<stream<u8>>"),
    ],
    [
      "several at once",
      record({ a: u8, b: string }),
      record({ a: string, c: u8 }),
      ["a: wanted string, found u8", "c: wanted field c: u8, found no such field"],
      ["a: wanted string, found u8", "b: wanted no such field, found field b: string"],
    ],
    [
      "a record is no tuple",
      small,
      tuple(u32),
      differs("", "tuple<u32>", "record { width: u32 }"),
      differs("", "tuple<u32>", "record { width: u32 }"),
    ],
  ]);
});

describe("variants, enums and flags", () => {
  const shape = variant({ point: undefined, circle: u32 });
  rows([
    ["in another order", variant({ circle: u32, point: undefined }), shape, fits, fits],
    [
      "a case that only the plugin has",
      variant({ point: undefined, circle: u32, line: u8 }),
      shape,
      differs("(line)", "no such case", "case line(u8)"),
      fits,
    ],
    [
      "a case that only the contract has",
      variant({ circle: u32 }),
      shape,
      fits,
      differs("(point)", "case point", "no such case"),
    ],
    ["a case that widens", variant({ point: undefined, circle: u8 }), shape, fits, differs("(circle)", "u32", "u8")],
    [
      "a case that carries more",
      variant({ point: u8, circle: u32 }),
      shape,
      differs("(point)", "case point", "case point(u8)"),
      differs("(point)", "case point", "case point(u8)"),
    ],
    [
      "a case that nobody can lay out",
      variant({ point: undefined, circle: u32, in: stream }),
      shape,
      differs("(in)", "no such case", "case in(stream<u8>)"),
      differs("(in)", "no such case", "case in(stream<u8>)"),
    ],
    [
      "an enum is no variant",
      enumOf("point"),
      variant({ point: undefined }),
      differs("", "variant { point }", "enum { point }"),
      differs("", "variant { point }", "enum { point }"),
    ],
    [
      "a label of an enum that only the plugin has",
      enumOf("a", "b", "c"),
      enumOf("c", "a"),
      differs("(b)", "no such case", "case b"),
      fits,
    ],
    [
      "a label of an enum that only the contract has",
      enumOf("c", "a"),
      enumOf("a", "b", "c"),
      fits,
      differs("(b)", "case b", "no such case"),
    ],
    [
      "a flag that only the plugin has",
      flagsOf("a", "b"),
      flagsOf("a"),
      differs("(b)", "no such flag", "flag b"),
      fits,
    ],
    [
      "a flag that only the contract has",
      flagsOf("b"),
      flagsOf("a", "b"),
      fits,
      differs("(a)", "flag a", "no such flag"),
    ],
  ]);

  test("flags are seen as the contract has them", () => {
    const [plugin, contract] = [flagsOf("a", "b"), flagsOf("b")];
    expect(verdicts(plugin, contract).toPlugin.type).toEqual({ ...plugin, view: contract });
    expect(verdicts(plugin, flagsOf("b", "a")).toPlugin.type).toBe(plugin);
  });
});

describe("what cannot be carried", () => {
  const other: ValueType = { kind: "unsupported", text: "stream<u16>" };
  rows([
    ["the same", stream, { ...stream }, fits, fits],
    ["another", stream, other, differs("", "stream<u16>", "stream<u8>"), differs("", "stream<u16>", "stream<u8>")],
  ]);
});

describe("a type that fits", () => {
  test("is the plugin's own object where the host sees the same", () => {
    const type = record({ a: list(option(u8)), b: result(tuple(s64), variant({ c: string })), d: enumOf("x", "y") });
    const wider = record({
      a: list(option(u8)),
      b: result(tuple(s64), variant({ c: string })),
      d: enumOf("x", "y", "z"),
      e: option(u8),
    });
    expect(verdicts(type, wider).toHost.type).toBe(type);
  });

  test("is the plugin's with its own fields hidden, whoever gives them", () => {
    const type = record({ a: u8, b: option(u8) });
    const hidden: ValueType = {
      kind: "record",
      fields: [
        { name: "a", type: u8 },
        { name: "b", type: option(u8), hidden: true },
      ],
    };
    const found = verdicts(type, record({ a: u8 }));
    expect([found.toHost.type, found.toPlugin.type]).toEqual([hidden, hidden]);
  });

  test("is the plugin's with views where the host sees another, and keeps what is not touched", () => {
    const untouched = record({ c: string });
    const type = record({ a: list(u8), b: result(tuple(u8, untouched), variant({ c: option(u8) })) });
    const contract = record({ a: list(u64), b: result(tuple(u16, untouched), variant({ c: option(u32) })) });
    const viewed = verdicts(type, contract).toHost.type;
    expect(viewed).toEqual(
      record({
        a: list({ kind: "u8", view: "u64" }),
        b: result(tuple({ kind: "u8", view: "u16" }, untouched), variant({ c: option({ kind: "u8", view: "u32" }) })),
      }),
    );
  });
});
