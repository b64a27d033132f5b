import { decodeModule } from "@polyplug/wasm-binary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceBytes, pieceEntries } from "./bulk-module.ts";
import { forFuel, forTime, meter } from "./instance.ts";
import { callBoth, fillMemory, fillTable, memoriesAgree, tablesAgree } from "./twins.ts";
import { wat } from "./wat.ts";

/** Numbers around multiples of `piece`: mostly such as are in bounds, and from the end of the address space as well. */
const near = (piece: number, least = -4): fc.Arbitrary<bigint> => {
  const inside = { weight: 3, arbitrary: fc.integer({ min: Math.max(least, 0), max: 2 }) };
  const anywhere = { weight: 1, arbitrary: fc.integer({ min: least, max: 5 }) };
  return fc
    .tuple(fc.oneof(inside, anywhere), fc.integer({ min: -3, max: 3 }))
    .map(([pieces, more]) => BigInt(pieces * piece + more));
};

/** As JavaScript hands it over: an address of 32 bits is a number. */
const operand = (isWide: boolean, value: bigint): number | bigint =>
  isWide ? value : Number(BigInt.asIntN(32, value));

const wide = new Set(["w", "l"]);

/** The operands of the operation of this name, such as `copy a w`. */
function operandsOf(name: string, [to, from, count]: readonly [bigint, bigint, bigint]): readonly unknown[] {
  const [kind, target = "", source = ""] = name.split(" ");
  const isWide = wide.has(target);
  if (kind === "copy") {
    const isWideSource = wide.has(source);
    return [operand(isWide, to), operand(isWideSource, from), operand(isWide && isWideSource, count)];
  }
  if (kind === "init") return [operand(isWide, to), operand(false, from), operand(false, count)];
  const value = target === "t" || target === "l" ? "filled" : 0x5a;
  return [operand(isWide, to), value, operand(isWide, count)];
}

describe("operations on memories do what they did", () => {
  test.each(["fill a", "fill w", "copy a a", "copy a b", "copy w w", "copy a w", "copy w a", "init a", "init w"])(
    "%s",
    (name) => {
      const memories = name.split(" ").slice(1);
      const one = near(pieceBytes);
      const endings = new Set<string>();
      fc.assert(
        fc.property(fc.tuple(one, one, one), (operands) => {
          for (const memory of memories) fillMemory(memory);
          const [original, metered] = callBoth(name, operandsOf(name, operands));
          endings.add(original);
          expect(metered).toBe(original);
          expect(memories.filter((memory) => !memoriesAgree(memory))).toEqual([]);
        }),
        { numRuns: 100 },
      );
      expect([...endings].sort()).toEqual(["done", "memory access out of bounds"]);
    },
  );

  // Its counts are small: all of it would be 4 GiB of work.
  test.each(["fill full", "copy full full", "init full"])("%s, up to the last address", (name) => {
    const one = near(pieceBytes);
    const endings = new Set<string>();
    fc.assert(
      fc.property(fc.tuple(one, one, near(pieceBytes, 1)), (operands) => {
        fillMemory("full");
        const [original, metered] = callBoth(name, operandsOf(name, operands));
        endings.add(original);
        expect(metered).toBe(original);
        expect(memoriesAgree("full")).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect([...endings].sort()).toEqual(["done", "memory access out of bounds"]);
  });
});

describe("operations on tables do what they did", () => {
  test.each(["fill t", "fill l", "copy t t", "copy t u", "copy l l", "copy t l", "copy l t", "init g"])(
    "%s",
    (name) => {
      const tables = name.split(" ").slice(1);
      const one = near(pieceEntries);
      const endings = new Set<boolean>();
      fc.assert(
        fc.property(fc.tuple(one, one, one), (operands) => {
          for (const table of tables) fillTable(table);
          const [original, metered] = callBoth(name, operandsOf(name, operands));
          endings.add(original === "done");
          expect(metered === "done").toBe(original === "done");
          expect(metered).toMatch(/done|out of bounds/);
          expect(tables.filter((table) => !tablesAgree(table))).toEqual([]);
        }),
        { numRuns: 30 },
      );
      expect(endings.size).toBe(2);
    },
  );
});

describe("exactly", () => {
  test.each([
    { name: "fill a", operands: [0n, 0n, 5n * BigInt(pieceBytes)] },
    { name: "fill a", operands: [1n, 0n, 5n * BigInt(pieceBytes)] },
    { name: "fill full", operands: [-3n * BigInt(pieceBytes), 0n, 3n * BigInt(pieceBytes)] },
    { name: "fill full", operands: [-3n * BigInt(pieceBytes), 0n, 3n * BigInt(pieceBytes) + 1n] },
    { name: "copy full full", operands: [-4n * BigInt(pieceBytes), -3n * BigInt(pieceBytes), 3n * BigInt(pieceBytes)] },
    {
      name: "copy full full",
      operands: [-4n * BigInt(pieceBytes), -3n * BigInt(pieceBytes), 3n * BigInt(pieceBytes) + 1n],
    },
    { name: "copy full full", operands: [1n, -3n * BigInt(pieceBytes), 3n * BigInt(pieceBytes)] },
    { name: "copy a a", operands: [0n, 1n, 5n * BigInt(pieceBytes) - 1n] },
    { name: "copy a a", operands: [0n, 1n, 5n * BigInt(pieceBytes)] },
    { name: "copy a a", operands: [1n, 0n, 5n * BigInt(pieceBytes) - 1n] },
    { name: "copy a a", operands: [2n, 0n, 5n * BigInt(pieceBytes) - 1n] },
    { name: "copy a a", operands: [0n, 2n, -2n] },
    { name: "copy w w", operands: [0n, 2n, -2n] },
    { name: "copy w w", operands: [2n, 0n, -2n] },
    { name: "init a", operands: [0n, 0n, 3n * BigInt(pieceBytes) + 5n] },
    { name: "init a", operands: [0n, 0n, 3n * BigInt(pieceBytes) + 6n] },
    { name: "init a", operands: [0n, 6n, -6n] },
  ] as const)("$name $operands", ({ name, operands }) => {
    const memories = name.split(" ").slice(1);
    for (const memory of memories) fillMemory(memory);
    const [original, metered] = callBoth(name, operandsOf(name, operands));
    expect(metered).toBe(original);
    expect(memories.filter((memory) => !memoriesAgree(memory))).toEqual([]);
  });

  test.each([
    { count: "(i32.const 0)", added: 0 },
    { count: "(i32.const 63)", added: 0 },
    { count: "(i32.const 64)", added: 1 },
    { count: "(i32.const -1)", added: 1 },
    { count: "(i32.const -64)", added: 1 },
    { count: "(i32.const 1073741823)", added: 1 },
    { count: "(local.get 0)", added: 1 },
    { count: "(if (result i32) (local.get 0) (then (i32.const 100000)) (else (i32.const 5)))", added: 1 },
  ])("$count is left to the engine only if that is little work", ({ count, added }) => {
    const fill = `(memory.fill (i32.const 0) (i32.const 0) ${count})`;
    const bytes = wat(`(module (memory 1) (func (export "run") (param i32) ${fill}))`);
    for (const metering of [forTime, forFuel]) {
      const { bodies } = decodeModule(meter(bytes, metering).bytes);
      // Some that do nothing may come with it.
      expect(bodies.filter(({ start, end }) => end - start > 2)).toHaveLength(1 + added);
    }
  });

  // Comes last: what is dropped stays so.
  test.each([
    { drop: "drop data", name: "init a" },
    { drop: "drop elements", name: "init g" },
  ])("nothing of a segment after $drop", ({ drop, name }) => {
    expect(callBoth(name, [0, 0, 2 * pieceEntries])).toEqual(["done", "done"]);
    expect(callBoth(drop)).toEqual(["done", "done"]);
    for (const count of [3 * pieceEntries, 1]) {
      const [original, metered] = callBoth(name, [0, 0, count]);
      expect(original).toContain("out of bounds");
      expect(metered).toBe(original);
    }
    expect(callBoth(name, [0, 0, 0])).toEqual(["done", "done"]);
  });
});
