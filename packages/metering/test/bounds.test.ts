import { decodeModule, encodeModule } from "@polyplug/wasm-binary";
import { describe, expect, test } from "vitest";
import { instantiate, meter } from "./instance.ts";
import { wat } from "./wat.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const pages = (memory: unknown): number => (memory as WebAssembly.Memory).buffer.byteLength / 65_536;

describe("memories", () => {
  const growing = (memory: string): Bytes =>
    wat(`(module (memory (export "memory") ${memory})
      (func (export "grow") (param ${memory.startsWith("i64") ? "i64" : "i32"})
        (result ${memory.startsWith("i64") ? "i64" : "i32"}) (memory.grow (local.get 0))))`);

  test.each([
    { memory: "1", pages: 3n, max: 3n },
    { memory: "1 2", pages: 3n, max: 2n },
    { memory: "1 9", pages: 3n, max: 3n },
    { memory: "5", pages: 3n, max: 5n },
    { memory: "5 9", pages: 3n, max: 5n },
    { memory: "0", pages: 0n, max: 0n },
    { memory: "1 3 shared", pages: 2n, max: 2n },
    { memory: "1", pages: 65_536n, max: undefined },
    { memory: "1", pages: 1n << 60n, max: undefined },
    { memory: "i64 1", pages: 3n, max: 3n },
    { memory: "i64 1 9", pages: 1n << 60n, max: 9n },
    { memory: "i64 1", pages: 1n << 60n, max: undefined },
  ])("$memory bounded by $pages grows to $max", async ({ memory, pages: memoryPages, max }) => {
    const { exports, metered, memories } = await instantiate(growing(memory), { time: false, memoryPages });
    expect(metered.memories[0]?.limits.max).toBe(max);
    if (max === undefined) return;
    const one = memory.startsWith("i64") ? 1n : 1;
    const least = pages(memories[0]);
    for (let size = least; size < Number(max); size++) expect(Number(exports["grow"]?.(one))).toBe(size);
    expect(Number(exports["grow"]?.(one))).toBe(-1);
    expect(pages(exports["memory"])).toBe(Number(max));
    // Nor does the host make it larger.
    expect(() => memories[0]?.grow(one as number)).toThrow(RangeError);
  });

  test("a smaller memory than it has been promised is refused by the engine", async () => {
    const metered = meter(growing("4"), { time: false, memoryPages: 8n });
    const module = await WebAssembly.compile(metered.bytes as Bytes);
    const memory = new WebAssembly.Memory({ initial: 3, maximum: 8 });
    const imports = { [metered.namespace]: { "memory 0": memory } };
    await expect(WebAssembly.instantiate(module, imports)).rejects.toThrow(WebAssembly.LinkError);
  });

  test("those that are imported are left to whoever made them", async () => {
    const importing = wat(`
      (module (import "a" "b" (memory $memory 1)) (export "memory" (memory $memory))
        (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`);
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports, metered } = await instantiate(importing, { time: true, memoryPages: 2n }, { a: { b: memory } });
    expect(metered.memories).toEqual([]);
    expect(exports["memory"]).toBe(memory);
    expect(exports["grow"]?.(5)).toBe(1);
  });
});

describe("tables", () => {
  const growing = (table: string, type: "i32" | "i64" = "i32"): Bytes =>
    wat(`(module (table ${table} externref) (func (export "grow") (param ${type}) (result ${type})
      (table.grow (ref.null extern) (local.get 0))))`);

  test.each([
    { table: "1", entries: 3n, grows: 2 },
    { table: "1 2", entries: 3n, grows: 1 },
    { table: "1 9", entries: 3n, grows: 2 },
    { table: "5", entries: 3n, grows: 0 },
    { table: "0", entries: 0n, grows: 0 },
  ])("$table bounded by $entries grows by $grows", async ({ table, entries, grows }) => {
    const { exports } = await instantiate(growing(table), { time: false, tableEntries: entries });
    expect(exports["grow"]?.(grows + 1)).toBe(-1);
    expect(exports["grow"]?.(grows)).toBeGreaterThanOrEqual(0);
    expect(exports["grow"]?.(1)).toBe(-1);
  });

  test("of 64 bits are bounded as well", async () => {
    const { exports } = await instantiate(growing("i64 1", "i64"), { time: false, tableEntries: 3n });
    expect(exports["grow"]?.(3n)).toBe(-1n);
    expect(exports["grow"]?.(2n)).toBe(1n);
  });

  test("keep a maximum that no address exceeds", () => {
    const { tables } = decodeModule(meter(growing("1"), { time: false, tableEntries: 1n << 60n }).bytes);
    expect(tables[0]?.type.limits).toEqual({ min: 1n, max: undefined });
  });

  test("keep what they are filled with", async () => {
    // table 0x40 0x00 funcref, no maximum, 2 entries, of ref.func 0
    const filled = encodeModule({
      type: Uint8Array.of(1, 0x60, 0, 1, 0x7f),
      function: Uint8Array.of(1, 0),
      table: Uint8Array.of(1, 0x40, 0, 0x70, 0, 2, 0xd2, 0, 0x0b),
      export: Uint8Array.of(1, 1, 0x74, 1, 0),
      code: Uint8Array.of(1, 4, 0, 0x41, 42, 0x0b),
    }) as Bytes;
    const { exports } = await instantiate(filled, { time: true, tableEntries: 3n });
    const table = exports["t"] as unknown as WebAssembly.Table;
    expect(table.get(1)()).toBe(42);
    expect(() => table.grow(2)).toThrow(RangeError);
  });
});
