import { boundGrowth, decodeModule, encodeModule, type GrowthBounds, withEdits } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { wat } from "./wat.ts";

type Exports = Record<string, CallableFunction>;

function instanceOf(bytes: Uint8Array, bounds: Partial<GrowthBounds>): Exports {
  const edits = boundGrowth(decodeModule(bytes), { memories: [], tables: [], ...bounds });
  const module = new WebAssembly.Module(withEdits(bytes, edits) as Uint8Array<ArrayBuffer>);
  return new WebAssembly.Instance(module).exports as Exports;
}

describe("memories", () => {
  const growing = (memory: string): Uint8Array =>
    wat(`(module (memory (export "memory") ${memory})
      (func (export "grow") (param ${memory.startsWith("i64") ? "i64" : "i32"})
        (result ${memory.startsWith("i64") ? "i64" : "i32"}) (memory.grow (local.get 0))))`);

  test.each([
    { memory: "1", bound: 3n, max: 3n },
    { memory: "1 2", bound: 3n, max: 2n },
    { memory: "1 9", bound: 3n, max: 3n },
    { memory: "5", bound: 3n, max: 5n },
    { memory: "5 9", bound: 3n, max: 5n },
    { memory: "0", bound: 0n, max: 0n },
    { memory: "1 3 shared", bound: 2n, max: 2n },
    { memory: "i64 1", bound: 3n, max: 3n },
  ])("$memory bounded by $bound grows to $max", ({ memory, bound, max }) => {
    const exports = instanceOf(growing(memory), { memories: [bound] });
    const made = exports["memory"] as unknown as WebAssembly.Memory;
    const one = memory.startsWith("i64") ? 1n : 1;
    const least = made.buffer.byteLength / 65_536;
    for (let size = least; size < Number(max); size++) expect(Number(exports["grow"]?.(one))).toBe(size);
    expect(Number(exports["grow"]?.(one))).toBe(-1);
    expect(made.buffer.byteLength / 65_536).toBe(Number(max));
    // Nor does the host make it larger.
    expect(() => made.grow(one as number)).toThrow(RangeError);
  });

  test.each([
    ["1", 65_536n],
    ["1", 1n << 60n],
    ["1 2", 2n],
    ["i64 1 9", 1n << 60n],
    ["i64 1", 1n << 60n],
  ])("%s declares no more than %d by itself, and stays as it is", (memory, bound) => {
    const module = decodeModule(growing(memory));
    expect(boundGrowth(module, { memories: [bound], tables: [] })).toEqual([]);
  });

  test("of several each has its own bound, and one without a bound keeps what it has", () => {
    const bytes = wat(`(module (memory 1) (memory 2 9) (memory 3))`);
    const edits = boundGrowth(decodeModule(bytes), { memories: [4n, 5n], tables: [] });
    const { memories } = decodeModule(withEdits(bytes, edits));
    expect(memories.map(({ limits }) => limits)).toEqual([
      { min: 1n, max: 4n },
      { min: 2n, max: 5n },
      { min: 3n, max: undefined },
    ]);
  });

  test("those that are imported are left to whoever made them", () => {
    const importing = decodeModule(wat(`(module (import "a" "b" (memory 1)))`));
    expect(boundGrowth(importing, { memories: [1n], tables: [] })).toEqual([]);
  });
});

describe("tables", () => {
  const growing = (table: string, type: "i32" | "i64" = "i32"): Uint8Array =>
    wat(`(module (table ${table} externref) (func (export "grow") (param ${type}) (result ${type})
      (table.grow (ref.null extern) (local.get 0))))`);

  test.each([
    { table: "1", entries: 3n, grows: 2 },
    { table: "1 2", entries: 3n, grows: 1 },
    { table: "1 9", entries: 3n, grows: 2 },
    { table: "5", entries: 3n, grows: 0 },
    { table: "0", entries: 0n, grows: 0 },
  ])("$table bounded by $entries grows by $grows", ({ table, entries, grows }) => {
    const { grow } = instanceOf(growing(table), { tables: [entries] });
    expect(grow?.(grows + 1)).toBe(-1);
    expect(grow?.(grows)).toBeGreaterThanOrEqual(0);
    expect(grow?.(1)).toBe(-1);
  });

  test("of 64 bits are bounded as well", () => {
    const { grow } = instanceOf(growing("i64 1", "i64"), { tables: [3n] });
    expect(grow?.(3n)).toBe(-1n);
    expect(grow?.(2n)).toBe(1n);
  });

  test("keep what they are filled with, while memories are bounded too", () => {
    // table 0x40 0x00 funcref, no maximum, 2 entries, of ref.func 0
    const filled = encodeModule({
      type: Uint8Array.of(1, 0x60, 0, 1, 0x7f),
      function: Uint8Array.of(1, 0),
      table: Uint8Array.of(1, 0x40, 0, 0x70, 0, 2, 0xd2, 0, 0x0b),
      memory: Uint8Array.of(1, 0, 1),
      export: Uint8Array.of(2, 1, 0x74, 1, 0, 1, 0x6d, 2, 0),
      code: Uint8Array.of(1, 4, 0, 0x41, 42, 0x0b),
    });
    const { t, m } = instanceOf(filled, { tables: [3n], memories: [2n] });
    const table = t as unknown as WebAssembly.Table;
    expect(table.get(1)()).toBe(42);
    expect(() => table.grow(2)).toThrow(RangeError);
    expect(() => (m as unknown as WebAssembly.Memory).grow(2)).toThrow(RangeError);
  });
});
