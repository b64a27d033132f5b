import { describe, expect, test } from "vitest";
import { contractIn } from "./contracts.ts";
import { failure } from "./failure.ts";
import { abis, load } from "./load.ts";

const hostile = await contractIn("world.wit");

/** A value as a guest says it: core values where they are passed, bytes where they lie in memory. */
interface Said {
  readonly flat: readonly string[];
  readonly stored: readonly number[];
}

const le = (value: number, byteLength = 4): number[] =>
  Array.from({ length: byteLength }, (_, index) => Math.floor((value >>> 0) / 2 ** (8 * index)) & 0xff);

/** A string or a list: where it is said to be, and how long. */
const range = (pointer: number, length: number): Said => ({
  flat: [`(i32.const ${pointer})`, `(i32.const ${length})`],
  stored: [...le(pointer), ...le(length)],
});

const i32 = (value: number): Said => ({ flat: [`(i32.const ${value})`], stored: le(value) });

/** Bytes at 1024, and a list that is there. */
const listed = (count: number, ...bytes: number[]): Said & { readonly data: readonly number[] } => ({
  ...range(1024, count),
  data: bytes,
});

interface Case {
  readonly name: string;
  /** The function of `taken` and `given`. */
  readonly of: string;
  readonly said: Said & { readonly data?: readonly number[] };
}

interface Refused extends Case {
  readonly reason: string;
}

/** What the plugin says: returned by the function of `given`, and passed on to the function of `taken` by `run`. */
function body({ of, said: { flat, stored, data = [] } }: Case): string {
  const bytes = (list: readonly number[]): string =>
    list.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("");
  const [first = ""] = flat;
  const type = (core: string): string => core.slice(1, 4);
  return `
    (import "polyplug:hostile/taken" "${of}" (func $pass (param ${flat.map(type).join(" ")})))
    (data (i32.const 64) "${bytes(stored)}")
    (data (i32.const 1024) "${bytes(data)}")
    (func (export "run") (call $pass ${flat.join(" ")}))
    (func (export "polyplug:hostile/given#${of}") (result ${flat.length === 1 ? type(first) : "i32"})
      ${flat.length === 1 ? first : "(i32.const 64)"})
    (func (export "count") (result i32) (i32.const 7))`;
}

/** A plugin that does no harm, beside each that does. */
const decent = await load(hostile, `(func (export "count") (result i32) (i32.const 3))`);

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const room = "the memory of 65536 bytes";
const most = "268435455 are allowed";

const refused: readonly Refused[] = [
  {
    name: "a string that is all of 2^32",
    of: "text",
    said: range(0, -1),
    reason: `the string has 4294967295 bytes, and ${most}`,
  },
  {
    name: "a string of 2^28 bytes",
    of: "text",
    said: range(0, 2 ** 28),
    reason: `the string has 268435456 bytes, and ${most}`,
  },
  {
    name: "a string of 2^28 - 1 bytes that are not there",
    of: "text",
    said: range(0, 2 ** 28 - 1),
    reason: `the string is at 0x0, where 268435455 bytes do not fit in ${room}`,
  },
  {
    name: "a string whose end wraps",
    of: "text",
    said: range(-16, 32),
    reason: `the string is at 0xfffffff0, where 32 bytes do not fit in ${room}`,
  },
  {
    name: "a string one byte too long",
    of: "text",
    said: range(65_530, 7),
    reason: `the string is at 0xfffa, where 7 bytes do not fit in ${room}`,
  },
  {
    name: "no string, beyond memory",
    of: "text",
    said: range(65_537, 0),
    reason: `the string is at 0x10001, where 0 bytes do not fit in ${room}`,
  },
  {
    name: "a list whose size in bytes wraps",
    of: "words",
    said: range(64, 2 ** 29 + 1),
    reason: `the list has 4294967304 bytes, and ${most}`,
  },
  {
    name: "a list of 2^28 bytes",
    of: "bytes",
    said: range(64, 2 ** 28),
    reason: `the list has 268435456 bytes, and ${most}`,
  },
  {
    name: "a list that wraps",
    of: "words",
    said: range(-8, 2),
    reason: `the list is at 0xfffffff8, where 16 bytes do not fit in ${room}`,
  },
  {
    name: "a misaligned list",
    of: "words",
    said: range(68, 1),
    reason: "the list is at 0x44, which is not aligned to 8 bytes",
  },
  {
    name: "a misaligned list of nothing",
    of: "texts",
    said: range(66, 0),
    reason: "the list is at 0x42, which is not aligned to 4 bytes",
  },
  {
    name: "a string in a list, beyond memory",
    of: "texts",
    said: listed(1, ...le(65_536), ...le(1)),
    reason: `[0]: the string is at 0x10000, where 1 bytes do not fit in ${room}`,
  },
  {
    name: "a list in a list that is endless",
    of: "nested",
    said: listed(1, ...le(0), ...le(-1)),
    reason: `[0]: the list has 34359738360 bytes, and ${most}`,
  },
  {
    name: "a discriminant beyond an enum",
    of: "color",
    said: i32(3),
    reason: "the discriminant is 3, and there are 3 cases",
  },
  {
    name: "a discriminant of 32 bits",
    of: "color",
    said: i32(256),
    reason: "the discriminant is 256, and there are 3 cases",
  },
  {
    name: "a negative discriminant",
    of: "color",
    said: i32(-1),
    reason: "the discriminant is 4294967295, and there are 3 cases",
  },
  {
    name: "a discriminant beyond an option",
    of: "maybe",
    said: { flat: ["(i32.const 2)", "(i32.const 0)"], stored: [2, 0] },
    reason: "the discriminant is 2, and there are 2 cases",
  },
  {
    name: "a discriminant beyond a variant",
    of: "shape",
    said: { flat: ["(i32.const 5)", "(i64.const 0)", "(i32.const 0)"], stored: [5] },
    reason: "the discriminant is 5, and there are 5 cases",
  },
  {
    name: "a discriminant beyond a result in a list",
    of: "answers",
    said: listed(1, 2, 0),
    reason: "[0]: the discriminant is 2, and there are 2 cases",
  },
  {
    name: "a discriminant in a record in a list",
    of: "entries",
    said: listed(1, 9),
    reason: "[0].hue: the discriminant is 9, and there are 3 cases",
  },
  {
    name: "a string in a variant",
    of: "shape",
    said: {
      flat: ["(i32.const 2)", "(i64.const -1)", "(i32.const 1)"],
      stored: [2, 0, 0, 0, 0, 0, 0, 0, ...le(-1), ...le(1)],
    },
    reason: `val: the string is at 0xffffffff, where 1 bytes do not fit in ${room}`,
  },
  { name: "the first surrogate", of: "letter", said: i32(0xd800), reason: "0xd800 is no Unicode scalar value" },
  { name: "the last surrogate", of: "letter", said: i32(0xdfff), reason: "0xdfff is no Unicode scalar value" },
  { name: "a char beyond Unicode", of: "letter", said: i32(0x110000), reason: "0x110000 is no Unicode scalar value" },
  { name: "a negative char", of: "letter", said: i32(-1), reason: "0xffffffff is no Unicode scalar value" },
  {
    name: "a char in an option in a record",
    of: "entries",
    said: listed(1, 0, 0, 0, 0, ...le(0), ...le(0), 1, 0, 0, 0, ...le(0xdc00)),
    reason: "[0].letter: 0xdc00 is no Unicode scalar value",
  },
  {
    name: "a char in a variant",
    of: "shapes",
    said: listed(1, 4, 0, 0, 0, 0, 0, 0, 0, ...le(0x110000), ...le(0)),
    reason: "[0].val: 0x110000 is no Unicode scalar value",
  },
  ...[
    { name: "a byte that no character has", bytes: [0xff] },
    { name: "a continuation without a start", bytes: [0x80] },
    { name: "a truncated character of two bytes", bytes: [0xc3] },
    { name: "a truncated character of three bytes", bytes: [0xe2, 0x82] },
    { name: "a truncated character of four bytes", bytes: [0xf0, 0x9f, 0x98] },
    { name: "an overlong NUL", bytes: [0xc0, 0x80] },
    { name: "an overlong slash of three bytes", bytes: [0xe0, 0x80, 0xaf] },
    { name: "an overlong slash of four bytes", bytes: [0xf0, 0x80, 0x80, 0xaf] },
    { name: "a surrogate", bytes: [0xed, 0xa0, 0x80] },
    { name: "a pair of surrogates, as CESU-8 has them", bytes: [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80] },
    { name: "a character beyond Unicode", bytes: [0xf4, 0x90, 0x80, 0x80] },
    { name: "a character of five bytes", bytes: [0xf8, 0x88, 0x80, 0x80, 0x80] },
    { name: "a bad byte behind a long text", bytes: [...Array.from({ length: 999 }, () => 0x61), 0xc1] },
  ].map(({ name, bytes }) => ({
    name: `UTF-8 with ${name}`,
    of: "text",
    said: listed(bytes.length, ...bytes),
    reason: "the string is not UTF-8",
  })),
];

describe.each(abis)("%s: a plugin that says what no value is", (canonicalAbi) => {
  test.each(refused)("$name", async (one) => {
    for (const way of ["returned", "passed on"] as const) {
      const taken = { [camel(one.of)]: () => expect.unreachable("the host was called with it") };
      const imports = { "polyplug:hostile/taken": taken };
      const { plugin, call, fails } = await load(hostile, body(one), { canonicalAbi, imports });
      const path = way === "returned" ? `given.${camel(one.of)}` : "run";
      const error = await fails(path);
      const at =
        way === "returned"
          ? one.reason
          : one.reason.startsWith("[")
            ? `value${one.reason}`
            : `value${one.reason.startsWith("val:") ? "." : ": "}${one.reason}`;
      const what =
        way === "returned"
          ? `the result of "polyplug:hostile/given#${one.of}"`
          : `argument 1 of "polyplug:hostile/taken#${one.of}"`;
      expect(error).toMatchObject({ code: "trap", plugin: "hostile", message: `cannot lift ${what}: ${at}` });
      expect(error.export).toBe(way === "returned" ? `polyplug:hostile/given#${one.of}` : "run");
      // It is never entered again, and says why; everybody else goes on.
      expect(await failure(() => call("count"))).toMatchObject({ code: "poisoned", cause: error });
      expect(decent.call("count")).toBe(3);
      plugin.dispose();
      expect((await failure(() => call("count"))).code).toBe("disposed");
    }
  });
});

interface Taken extends Case {
  readonly value: unknown;
}

const f32 = (bits: number): Said => ({ flat: [`(f32.reinterpret_i32 (i32.const ${bits}))`], stored: le(bits) });

const ignored: readonly Taken[] = [
  { name: "a bool of 2", of: "flag", said: i32(2), value: true },
  { name: "a bool of 256", of: "flag", said: i32(256), value: true },
  { name: "a bool of 0x80000000", of: "flag", said: i32(-(2 ** 31)), value: true },
  { name: "a u8 with more above it", of: "octet", said: i32(0x1ff), value: 255 },
  { name: "an s8 with more above it", of: "signed-octet", said: i32(0x7fff_ff80), value: -128 },
  { name: "a u16 with more above it", of: "short", said: i32(-1), value: 65_535 },
  { name: "an s16 with more above it", of: "signed-short", said: i32(0x18000), value: -32_768 },
  { name: "a u64 that is negative", of: "long", said: { flat: ["(i64.const -1)"], stored: [] }, value: 2n ** 64n - 1n },
  { name: "flags beyond the labels", of: "rights", said: i32(-6), value: { read: false, write: true, run: false } },
  { name: "a bool of 2 in a list", of: "bools", said: listed(2, 2, 0), value: [true, false] },
  {
    name: "an octet behind none",
    of: "maybe",
    said: { flat: ["(i32.const 0)", "(i32.const 9)"], stored: [0, 9] },
    value: undefined,
  },
  {
    name: "bits above a small payload",
    of: "shape",
    said: {
      flat: ["(i32.const 4)", "(i64.const 0xffffffff00000061)", "(i32.const -1)"],
      stored: [4, 0, 0, 0, 0, 0, 0, 0, 0x61, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
    },
    value: { tag: "lettered", val: "a" },
  },
  { name: "a NaN with a payload", of: "float", said: f32(-0x12345), value: Number.NaN },
  {
    name: "a NaN that signals",
    of: "double",
    said: { flat: ["(f64.reinterpret_i64 (i64.const 0x7ff0000000000001))"], stored: [] },
    value: Number.NaN,
  },
  { name: "a text of nothing, at the end of memory", of: "text", said: range(65_536, 0), value: "" },
  {
    name: "a text with a byte order mark and a NUL",
    of: "text",
    said: listed(4, 0xef, 0xbb, 0xbf, 0),
    value: "\ufeff\0",
  },
];

describe.each(abis)("%s: a plugin that says more than is asked", (canonicalAbi) => {
  test.each(ignored)("$name", async (one) => {
    const passed: unknown[] = [];
    const taken = { [camel(one.of)]: (value: unknown) => void passed.push(value) };
    const { call } = await load(hostile, body(one), { canonicalAbi, imports: { "polyplug:hostile/taken": taken } });
    expect(call(`given.${camel(one.of)}`)).toEqual(one.value);
    call("run");
    expect(passed).toEqual([one.value]);
    expect(call("count")).toBe(7);
  });

  test("NaNs with payloads", async () => {
    const bits = [0x7f80_0001, 0xffff_ffff, 0x7fc0_0000];
    const one: Case = { name: "", of: "floats", said: listed(3, ...bits.flatMap((value) => le(value))) };
    const seen: Float32Array[] = [];
    const taken = { floats: (value: Float32Array) => void seen.push(value) };
    const { call } = await load(hostile, body(one), { canonicalAbi, imports: { "polyplug:hostile/taken": taken } });
    call("run");
    seen.push(call("given.floats") as Float32Array);
    for (const floats of seen)
      expect([...new Uint32Array(floats.buffer)]).toEqual([0x7fc0_0000, 0x7fc0_0000, 0x7fc0_0000]);
    expect(seen).toHaveLength(2);
  });
});
