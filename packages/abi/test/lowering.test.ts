import type { CanonicalAbi, ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
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

const size = record({ width: u32, "keep-XML-name": option(bool) });

describe.each(implementations)("$name: a value that does not fit is refused with its path", (abi) => {
  test("in the words that everything uses", () => {
    const params = [
      { name: "options", type: size },
      { name: "more", type: list(tuple(u8, size)) },
    ];
    const resize = new Speaker(abi, { name: "resize" }).lift(() => undefined, { params });
    const first = failure(() => resize({ width: -4 }, []));
    expect(first).toMatchObject({
      code: "bad-argument",
      path: "options.width",
      message: 'cannot lower argument 1 of "resize": options.width: expected a u32, got -4',
    });
    const second = failure(() => resize({ width: 4 }, [[1, { width: 1, keepXmlName: 0 }]]));
    expect(second).toMatchObject({
      path: "more[0][1].keepXmlName",
      message: 'cannot lower argument 2 of "resize": more[0][1].keepXmlName: expected a bool, got 0',
    });
  });

  test("as a result of a host function", () => {
    const speaker = new Speaker(abi, { name: "now" });
    const error = failure(() => speaker.answered(u64, 5));
    expect(error).toMatchObject({
      code: "bad-result",
      path: undefined,
      message: 'cannot lower the result of "now": expected a u64 as a bigint, got 5',
    });
    expect(speaker.answered(undefined, 5)).toEqual(speaker.answered(undefined, undefined));
  });

  test("as one argument too many or too few", () => {
    const error = failure(() => new Speaker(abi).lowered(taking(u8)));
    expect(error).toMatchObject({
      code: "bad-argument",
      message: 'cannot lower the arguments of "f": expected 1, got 0',
    });
  });

  const inherited: object = Object.create({ height: 4 });
  test.each<readonly [name: string, type: ValueType, value: unknown, reason: string]>([
    ["u8", u8, 256, "a: expected a u8, got 256"],
    ["u16", u16, 1.5, "a: expected a u16, got 1.5"],
    ["s8", { kind: "s8" }, -129, "a: expected an s8, got -129"],
    ["s32", { kind: "s32" }, 2 ** 31, "a: expected an s32, got 2147483648"],
    ["u32 from a string", u32, "7", 'a: expected a u32, got "7"'],
    ["u32 from NaN", u32, Number.NaN, "a: expected a u32, got NaN"],
    ["s64", s64, 2n ** 63n, "a: expected an s64, got 9223372036854775808n"],
    ["u64", u64, -1n, "a: expected a u64, got -1n"],
    ["u64 of many digits", u64, 10n ** 44n, "a: expected a u64, got a bigint of 45 digits"],
    ["u64 from a number", u64, 5, "a: expected a u64 as a bigint, got 5"],
    ["u64 from a string", u64, "5", 'a: expected a u64 as a bigint, got "5"'],
    ["u32 from a bigint", u32, -4n, "a: expected a u32 as a number, got -4n"],
    ["u8 that is a u64", { kind: "u8", view: "u64" }, 256n, "a: expected a u8, got 256n"],
    ["u8 that is a u64, from a number", { kind: "u8", view: "u64" }, 1, "a: expected a u8 as a bigint, got 1"],
    ["u64 that is a u8, from a bigint", { kind: "u64", view: "u8" }, 1n, "a: expected a u8 as a number, got 1n"],
    ["f32", f32, 1n, "a: expected an f32, got 1n"],
    ["f64", f64, null, "a: expected an f64, got null"],
    ["bool", bool, 1, "a: expected a bool, got 1"],
    ["char of two", char, "ab", 'a: expected a char, a string of one Unicode scalar value, got "ab"'],
    ["char of none", char, "", 'a: expected a char, a string of one Unicode scalar value, got ""'],
    ["char of half", char, "\ud800", 'a: expected a char, a string of one Unicode scalar value, got "\\ud800"'],
    ["string", string, ["a"], "a: expected a string, got an array"],
    ["list", list(u8), "text", 'a: expected a list<u8> as an array, got "text"'],
    ["list of another number", list(u8), new Uint16Array(2), "a: expected a list<u8> as an array, got an object"],
    ["list with a hole", list(u8), new Array(3).fill(1, 0, 1), "a[1]: expected a u8, got undefined"],
    ["record", size, [], "a: expected a record as an object, got an array"],
    ["record that inherits", size, inherited, "a.width: expected a u32, got undefined"],
    [
      "record with a name of every object",
      record({ constructor: u8 }),
      {},
      "a.constructor: expected a u8, got undefined",
    ],
    ["tuple", tuple(u8, u8), [1], "a: expected a tuple as an array of 2, got an array of 1"],
    ["tuple from an object", tuple(u8), { 0: 1 }, "a: expected a tuple as an array of 1, got an object"],
    [
      "variant without a tag",
      variant({ one: u8 }),
      { val: 1 },
      "a: expected a variant as an object with a tag, got an object",
    ],
    [
      "variant of no case",
      variant({ circle: u8 }),
      { tag: "cirle" },
      'a: there is no case "cirle", did you mean "circle"',
    ],
    [
      "variant with too much",
      variant({ one: undefined }),
      { tag: "one", val: 2 },
      'a: the case "one" carries no value, got 2',
    ],
    ["variant with too little", variant({ one: u8 }), { tag: "one" }, "a.val: expected a u8, got undefined"],
    ["enum", enumOf(2), 0, "a: expected an enum as a string, got 0"],
    ["enum of no case", enumOf(2), "toString", 'a: there is no case "toString"'],
    ["option", option(u8), null, "a: expected a u8, got null"],
    ["option of an option", option(option(u8)), 5, "a: expected an option as an object with a tag, got 5"],
    ["result", result(u8), { tag: "er" }, 'a: there is no case "er", did you mean "err"'],
    ["flags", flags(2), ["label0"], "a: expected flags as an object of booleans, got an array"],
    ["flags of no label", flags(2), { label2: true }, 'a: there is no flag "label2"'],
    ["flags of numbers", flags(2), { label0: 1 }, 'a: expected a boolean for the flag "label0", got 1'],
    ["own", { kind: "own", resource: file }, {}, "a: expected a u32, got an object"],
  ])("%s", (_name, type, value, reason) => {
    const error = failure(() => new Speaker(abi).lowered(taking(type), value));
    expect(error).toMatchObject({ code: "bad-argument", message: `cannot lower argument 1 of "f": ${reason}` });
  });
});

class Bytes extends Uint8Array {}

class Sized {
  get width(): number {
    return 7;
  }
}

/** One argument there and back. */
function echo(abi: CanonicalAbi, type: ValueType, value: unknown): unknown {
  const speaker = new Speaker(abi);
  return speaker.lifted(taking(type), ...speaker.lowered(taking(type), value))[0];
}

describe.each(implementations)("$name: what is taken besides what is given", (abi) => {
  test.each<readonly [name: string, type: ValueType, value: unknown, given: unknown]>([
    ["an array of numbers", list(u16), [1, 2], Uint16Array.of(1, 2)],
    ["a class that extends the typed array", list(u8), new Bytes([1, 2]), Uint8Array.of(1, 2)],
    ["a property that its class has", record({ width: u32 }), new Sized(), { width: 7 }],
    ["a field that may be left out", size, { width: 1, other: 2 }, { width: 1, keepXmlName: undefined }],
    ["none as undefined", option(option(u8)), undefined, { tag: "none" }],
    [
      "flags that are left out, and others that are not set",
      flags(2),
      { label1: true, other: false },
      { label0: false, label1: true },
    ],
    ["-0 for an integer", u8, -0, 0],
    ["a number between two of f32", f32, 0.1, Math.fround(0.1)],
  ])("%s", (_name, type, value, given) => {
    expect(echo(abi, type, value)).toEqual(given);
  });

  test("a field called __proto__ is a property of its own, and nothing else", () => {
    const type: ValueType = { kind: "record", fields: [{ name: "__proto__", type: list(u8) }] };
    const lifted = echo(abi, type, Object.fromEntries([["__proto__", [7]]]));
    expect(Object.entries(lifted as object)).toEqual([["__proto__", Uint8Array.of(7)]]);
    expect(Object.getPrototypeOf(lifted)).toBe(Object.prototype);
  });
});

describe.each(implementations)("$name", (abi) => {
  test("memory may grow whenever the guest allocates, and what was seen of it before is not used again", () => {
    const guest = new Guest();
    const grown: number[] = [];
    const realloc: typeof guest.realloc = (...args) => {
      grown.push(guest.memory.grow(1));
      return guest.realloc(...args);
    };
    const type = taking(list(tuple(string, u32)));
    const speaker = new Speaker(abi, { realloc }, guest);
    const texts = [
      ["a", 1],
      ["é", 2],
    ];
    expect(speaker.lifted(type, ...speaker.lowered(type, texts))).toEqual([texts]);
    expect(grown.slice(0, 3)).toEqual([1, 2, 3]);
  });

  test("a NaN of any bits goes in as the canonical one, alone and in a list", () => {
    const [f64s, f32s] = [new Float64Array(2), new Float32Array(2)];
    new BigUint64Array(f64s.buffer).fill(0xfff4_dead_beef_0001n);
    new Uint32Array(f32s.buffer).fill(0xffa1_2345);
    const canonical = [
      [f64, f64s, [0, 0, 0, 0, 0, 0, 0xf8, 0x7f]],
      [f32, f32s, [0, 0, 0xc0, 0x7f]],
    ] as const;
    for (const [type, numbers, bytes] of canonical) {
      for (const [element, values] of [
        [type, numbers],
        [tuple(type), [...numbers].map((number) => [number])],
      ] as const) {
        const speaker = new Speaker(abi);
        const [pointer = 0] = speaker.lowered(taking(list(element)), values).map(Number);
        expect(speaker.guest.bytes(pointer, 2 * bytes.length)).toEqual([...bytes, ...bytes]);
      }
    }
  });

  test("the places that a case does not fill are passed over", () => {
    expect(echo(abi, tuple(option(tuple(u64, f32)), u8), [undefined, 7])).toEqual([undefined, 7]);
  });

  test("fields lie in memory where the layout says, little end first, negative numbers as two's complement", () => {
    const speaker = new Speaker(abi);
    const type = list(record({ a: u8, b: s64, c: { kind: "s16" }, d: enumOf(300), e: f32 }));
    const value = { a: 1, b: -2n, c: -3, d: "label-258", e: Number.NaN };
    const [pointer = 0] = speaker.lowered(taking(type), [value]);
    expect(speaker.guest.bytes(Number(pointer), 24)).toEqual([
      ...[1, 0, 0, 0, 0, 0, 0, 0],
      ...[0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      ...[0xfd, 0xff, 2, 1, 0, 0, 0xc0, 0x7f],
    ]);
  });

  /** By the rules of flattening: bits of the floats, the rest filled with zeros. */
  test.each<readonly [type: ValueType, value: unknown, flat: readonly (number | bigint)[]]>([
    [variant({ a: f32, b: u32 }), { tag: "a", val: 1 }, [0, 0x3f800000]],
    [variant({ a: f32, b: u64 }), { tag: "a", val: -1 }, [0, 0xbf800000n]],
    [variant({ a: f32, b: f64 }), { tag: "b", val: Number.NaN }, [1, 0x7ff8000000000000n]],
    [variant({ a: u64, b: { kind: "s32" } }), { tag: "b", val: -1 }, [1, 0xffffffffn]],
    [option(tuple(f64, u8)), undefined, [0, 0, 0]],
    [result(s64), { tag: "ok", val: -1n }, [0, 2n ** 64n - 1n]],
  ])("%j flat", (type, value, flat) => {
    expect(new Speaker(abi).lowered(taking(type), value)).toEqual(flat);
  });
});
