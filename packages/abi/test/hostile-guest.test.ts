import type { CanonicalAbi, FunctionOptions, StringEncoding, ValueType } from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { type CoreValue, Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { bool, char, enumOf, flags, list, option, record, string, tuple, u8, u16, u32, u64, variant } from "./types.ts";

/** A guest with these bytes at 64 calls an import with this argument; what comes of it. */
function calledWith(
  abi: CanonicalAbi,
  type: ValueType,
  flat: readonly CoreValue[],
  bytes: readonly number[],
  encoding: StringEncoding = "utf8",
): unknown {
  const speaker = new Speaker(abi, { encoding });
  speaker.guest.write(64, ...bytes);
  return speaker.lifted(taking(type), ...flat)[0];
}

const inMemory = list(record({ kind: enumOf(3), text: string }));
const pageSize = "the memory of 65536 bytes";

describe.each(implementations)("$name: what breaks the rules is a trap of the guest", (abi) => {
  function expectTrap(reason: string, work: () => unknown): void {
    const message = `cannot lift argument 1 of "f": ${reason}`;
    expect(failure(work)).toMatchObject({ code: "trap", message });
  }

  test.each<
    readonly [name: string, type: ValueType, flat: readonly number[], bytes: readonly number[], reason: string]
  >([
    ["bad UTF-8", string, [64, 2], [97, 0xff], "a: the string is not UTF-8"],
    ["a surrogate in UTF-8", string, [64, 3], [0xed, 0xa0, 0x80], "a: the string is not UTF-8"],
    [
      "a string beyond memory",
      string,
      [65_530, 7],
      [],
      `a: the string is at 0xfffa, where 7 bytes do not fit in ${pageSize}`,
    ],
    [
      "a pointer that would be negative",
      string,
      [-1, 1],
      [],
      `a: the string is at 0xffffffff, where 1 bytes do not fit in ${pageSize}`,
    ],
    [
      "a string of 2^28 bytes",
      string,
      [64, 2 ** 28],
      [],
      "a: the string has 268435456 bytes, and 268435455 are allowed",
    ],
    ["a misaligned list", list(u32), [66, 1], [], "a: the list is at 0x42, which is not aligned to 4 bytes"],
    [
      "a misaligned list without elements",
      list(u64),
      [68, 0],
      [],
      "a: the list is at 0x44, which is not aligned to 8 bytes",
    ],
    [
      "a list beyond memory",
      list(u16),
      [65_534, 2],
      [],
      `a: the list is at 0xfffe, where 4 bytes do not fit in ${pageSize}`,
    ],
    [
      "a list whose size would overflow",
      list(u64),
      [64, 2 ** 29],
      [],
      "a: the list has 4294967296 bytes, and 268435455 are allowed",
    ],
    ["a discriminant beyond the cases", enumOf(3), [3], [], "a: the discriminant is 3, and there are 3 cases"],
    ["a negative discriminant", option(u8), [-1, 0], [], "a: the discriminant is 4294967295, and there are 2 cases"],
    ["a discriminant in memory", inMemory, [64, 1], [7], "a[0].kind: the discriminant is 7, and there are 3 cases"],
    [
      "a string in a list",
      inMemory,
      [64, 1],
      [0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0],
      `a[0].text: the string is at 0x20000, where 1 bytes do not fit in ${pageSize}`,
    ],
    ["a surrogate as char", char, [0xd800], [], "a: 0xd800 is no Unicode scalar value"],
    ["a char beyond Unicode", tuple(char), [0x110000], [], "a[0]: 0x110000 is no Unicode scalar value"],
    [
      "a char in memory",
      list(variant({ of: char })),
      [64, 1],
      [0, 0, 0, 0, 0xff, 0xdf],
      "a[0].val: 0xdfff is no Unicode scalar value",
    ],
  ])("%s", (_name, type, flat, bytes, reason) => {
    expectTrap(reason, () => calledWith(abi, type, flat, bytes));
  });

  test.each<
    readonly [
      name: string,
      type: ValueType,
      flat: readonly number[],
      bytes: readonly number[],
      reason: string,
      encoding: StringEncoding,
    ]
  >([
    ["half a pair in UTF-16", string, [64, 1], [0x00, 0xd8], "a: the string is not UTF-16", "utf16"],
    [
      "half a pair in tagged UTF-16",
      string,
      [64, -(2 ** 31) + 1],
      [0x00, 0xdc],
      "a: the string is not UTF-16",
      "latin1+utf16",
    ],
    ["a misaligned string", string, [65, 1], [], "a: the string is at 0x41, which is not aligned to 2 bytes", "utf16"],
    [
      "misaligned Latin-1",
      string,
      [65, 1],
      [],
      "a: the string is at 0x41, which is not aligned to 2 bytes",
      "latin1+utf16",
    ],
    [
      "a length that would overflow",
      string,
      [64, -1],
      [],
      "a: the string has 8589934590 bytes, and 268435455 are allowed",
      "utf16",
    ],
  ])("%s", (_name, type, flat, bytes, reason, encoding) => {
    expectTrap(reason, () => calledWith(abi, type, flat, bytes, encoding));
  });

  const many = { params: Array.from({ length: 17 }, (_, index) => ({ name: `p${index}`, type: u32 })) };
  test.each([
    [66, "they are at 0x42, which is not aligned to 4 bytes"],
    [65_472, `they are at 0xffc0, where 68 bytes do not fit in ${pageSize}`],
    [-4, `they are at 0xfffffffc, where 68 bytes do not fit in ${pageSize}`],
  ])("parameters in memory at %i", (pointer, reason) => {
    const error = failure(() => new Speaker(abi).lifted(many, pointer));
    expect(error).toMatchObject({ code: "trap", message: `cannot lift the arguments of "f": ${reason}` });
  });

  test("a result in memory that is not there", () => {
    const error = failure(() => new Speaker(abi).returned(string, 65_532));
    expect(error.message).toBe(
      `cannot lift the result of "f": they are at 0xfffc, where 8 bytes do not fit in ${pageSize}`,
    );
    expect(error.code).toBe("trap");
  });

  test.each([
    [66, "the memory for it is at 0x42, which is not aligned to 4 bytes"],
    [65_532, `the memory for it is at 0xfffc, where 8 bytes do not fit in ${pageSize}`],
  ])("a place for the result at %i", (pointer, reason) => {
    const error = failure(() => new Speaker(abi).answered(string, "a", pointer));
    expect(error).toMatchObject({ code: "trap", message: `cannot lower the result of "f": ${reason}` });
  });
});

describe.each(implementations)("$name: a realloc that lies is a trap of the guest", (abi) => {
  test.each<
    readonly [name: string, type: ValueType, value: unknown, options: Partial<FunctionOptions>, reason: string]
  >([
    ["misaligned", list(u32), [1], { realloc: () => 66 }, "realloc gave at 0x42, which is not aligned to 4 bytes"],
    [
      "beyond memory",
      list(u8),
      [1, 2],
      { realloc: () => 65_535 },
      `realloc gave at 0xffff, where 2 bytes do not fit in ${pageSize}`,
    ],
    [
      "negative",
      string,
      "a",
      { realloc: () => -1 },
      `realloc gave at 0xffffffff, where 1 bytes do not fit in ${pageSize}`,
    ],
    [
      "misaligned for UTF-16",
      string,
      "a",
      { realloc: () => 65, encoding: "utf16" },
      "realloc gave at 0x41, which is not aligned to 2 bytes",
    ],
    [
      "without room for more than the best case",
      string,
      "€",
      { realloc: (_old: number, _size: number, _align: number, size: number) => (size < 3 ? 64 : 65_534) },
      `realloc gave at 0xfffe, where 3 bytes do not fit in ${pageSize}`,
    ],
  ])("%s", (_name, type, value, options, reason) => {
    const error = failure(() => new Speaker(abi, options).lowered(taking(type), value));
    expect(error).toMatchObject({ code: "trap", message: `cannot lower argument 1 of "f": a: ${reason}` });
  });
});

describe.each(implementations)("$name: a guest", (abi) => {
  test("bits that a value has no use for are ignored", () => {
    expect(calledWith(abi, bool, [2], [])).toBe(true);
    expect(calledWith(abi, u8, [0x1ff], [])).toBe(255);
    expect(calledWith(abi, { kind: "s8" }, [0x80], [])).toBe(-128);
    expect(calledWith(abi, { kind: "s16" }, [0x18000], [])).toBe(-32_768);
    expect(calledWith(abi, flags(2), [0xfe], [])).toEqual({ label0: false, label1: true });
    expect(calledWith(abi, variant({ a: u64, b: u8 }), [1, 0xf_0000_0105n], [])).toEqual({ tag: "b", val: 5 });
  });

  test("a NaN of any bits is the canonical one, also in a list", () => {
    const lifted = calledWith(abi, list({ kind: "f32" }), [64, 2], [1, 2, 0xa0, 0xff, 0, 0, 0x80, 0x3f]);
    expect(lifted).toEqual(Float32Array.of(Number.NaN, 1));
    expect([...new Uint8Array((lifted as Float32Array).buffer)]).toEqual([0, 0, 0xc0, 0x7f, 0, 0, 0x80, 0x3f]);
    const large = calledWith(abi, list({ kind: "f64" }), [64, 1], [1, 2, 3, 4, 5, 6, 0xf7, 0xff]);
    expect([...new Uint8Array((large as Float64Array).buffer)]).toEqual([0, 0, 0, 0, 0, 0, 0xf8, 0x7f]);
  });

  test("a lifted list of numbers is a copy", () => {
    const speaker = new Speaker(abi);
    const [lifted] = speaker.lifted(taking(list(u8)), 64, 1);
    speaker.guest.write(64, 9);
    expect(lifted).toEqual(Uint8Array.of(0));
  });

  test("a list that points to one long string over and over does not fill the memory of the host", () => {
    const guest = new Guest();
    guest.memory.grow(1_024);
    const [count, length] = [100, 2 ** 25];
    const pointers = new Uint32Array(guest.memory.buffer, 64, 2 * count);
    for (let index = 0; index < count; index++) pointers.set([65_536, length], 2 * index);
    const error = failure(() => new Speaker(abi, {}, guest).lifted(taking(list(string)), 64, count));
    expect(error).toMatchObject({ code: "memory-limit", path: "a[7]" });
    expect(error.reason).toBe(
      "a[7]: limits.values: its strings and lists take 268438656 bytes, and 268435456 are allowed in one call",
    );
  });

  test("memory beyond 2 GiB is memory like any other", () => {
    const pointer = 2 ** 31 + 64;
    const memory = new WebAssembly.Memory({ initial: 2 ** 15 + 1 });
    const speaker = new Speaker(abi, { memory, realloc: () => pointer | 0 });
    expect(speaker.lowered(taking(list(u32)), [7])).toEqual([pointer, 1]);
    new DataView(memory.buffer).setUint32(pointer + 4, pointer, true);
    new DataView(memory.buffer).setUint32(pointer + 8, 1, true);
    expect(speaker.lifted(taking(list(tuple(u32, string))), pointer | 0, 1)).toEqual([[[7, "\x07"]]]);
  });
});
