import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { demangle } from "../../src/demangle/demangle.ts";
import { maxDepth, maxNameLength, maxSteps, maxSymbolLength } from "../../src/demangle/limits.ts";
import { Refusal } from "../../src/demangle/refusal.ts";
import { Work } from "../../src/demangle/work.ts";
import { recorded } from "./recorded.ts";

/** The symbol itself, or a name within the limit: nothing else may come out. */
function expectBounded(symbol: string): void {
  const name = demangle(symbol);
  if (name === symbol) return;
  expect(name.length).toBeLessThanOrEqual(maxNameLength + "…".length);
}

const alphabet = "_ZRNSTIEKCPRODLXJQFMABvijsuhe0123456789tpcnl.$<>";
const symbols = [...recorded("rust.tsv"), ...recorded("itanium.tsv")].map(([symbol]) => symbol);

/** A real symbol with a stretch of it replaced by another one, or by something random. */
const mutated = fc
  .tuple(
    fc.constantFrom(...symbols),
    fc.constantFrom(...symbols),
    fc.nat(),
    fc.nat(),
    fc.nat(40),
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 6 }),
  )
  .map(([symbol, donor, at, from, length, noise]) => {
    const start = 2 + (at % symbol.length);
    const graft = length % 2 === 0 ? noise : donor.slice(from % donor.length).slice(0, length);
    return symbol.slice(0, start) + graft + symbol.slice(start + (length % 5));
  });

describe("symbols of a hostile plugin", () => {
  it("never throw and stay bounded, whatever is done to real ones", () => {
    fc.assert(fc.property(mutated, expectBounded), { numRuns: 10_000, seed: 1 });
  });

  it("never throw and stay bounded, whatever follows a prefix", () => {
    const body = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 200 });
    const prefix = fc.constantFrom("_Z", "_ZN", "_ZNK", "_ZTI", "_Z1fI", "_R", "_RNv", "_RINvC1a1f", "_RMC1a");
    fc.assert(
      fc.property(prefix, body, (start, rest) => expectBounded(start + rest)),
      { numRuns: 10_000, seed: 2 },
    );
    fc.assert(
      fc.property(prefix, fc.string({ unit: "binary" }), (start, rest) => expectBounded(start + rest)),
      { seed: 3 },
    );
  });

  it.each([
    ["pointers", `_Z1f${"P".repeat(16_000)}i`],
    ["components", `_ZN${"1a".repeat(8_000)}E`],
    ["local names", "_Z".padEnd(16_000, "Z")],
    ["expressions", `_Z1fIX${"nt".repeat(8_000)}`],
    ["template arguments", `_Z1f${"1AI".repeat(5_000)}`],
    ["impl paths", `_RM${"s_".repeat(8_000)}`],
    ["Rust references", `_RINvC1a1f${"R".repeat(16_000)}hE`],
    ["a reference to itself", "_RINvC1a1fTB8_EE"],
    ["a reference to what holds it", "_RINvC1a1fTB7_EE"],
    ["punycode", `_RNvC1au16000_${"a".repeat(16_000)}`],
    ["length", `_Z${"9".repeat(16_000)}`],
    ["more than is looked at", `_Z1f${"i".repeat(maxSymbolLength)}`],
  ])("are given back when they ask for too much: %s", (_, symbol) => {
    expect(demangle(symbol)).toBe(symbol);
  });

  it("are given back when the host has no stack left", () => {
    // What the engine throws, in the place that recurses: how deep a real stack is depends on the optimiser.
    const nested = vi.spyOn(Work.prototype, "nested").mockImplementation(() => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    try {
      expect(demangle("_Z1fv")).toBe("_Z1fv");
    } finally {
      nested.mockRestore();
    }
    expect(demangle("_Z1fv")).toBe("f()");
  });

  it("are cut where back-references make the name exponential", () => {
    // Each tuple holds the one before it twice.
    let symbol = "_RINvC1a1f";
    let last = symbol.length - 2;
    symbol += "TuuE";
    for (let i = 0; i < 40; i++) {
      const here = symbol.length - 2;
      const reference = `B${base62(last)}`;
      symbol += `T${reference}${reference}E`;
      last = here;
    }
    expect(demangle(`${symbol}E`)).toMatch(/^a::f::<\(\(\), \(\)\), .*…$/);
    expect(demangle(`${symbol}E`)).toHaveLength(maxNameLength + 1);
  });

  it("are cut where substitutions make the name exponential", () => {
    const parameters = Array.from({ length: 40 }, (_, i) => `S_I${substitution(i + 1)}${substitution(i + 1)}E`);
    const name = demangle(`_Z1f1AIiiE${parameters.join("")}`);
    expect(name).toMatch(/^f\(A<int, int>, A<A<int, int>, A<int, int>>, .*…$/);
    expect(name).toHaveLength(maxNameLength + 1);
  });

  it("are given back where the work is exponential and the name is not", () => {
    // An expansion of no elements prints nothing; each holds the one before it twice, and the last one is in a pack.
    let symbol = "_Z1fIJEEvDp1AIT_E";
    expect(demangle(symbol)).toBe("void f<>()");
    for (let i = 0; i < 24; i++) symbol += `DpS0_IS1_${substitution(4 + 2 * i).repeat(2)}E`;
    expect(demangle(symbol)).toBe(symbol);
  });
});

function base62(value: number): string {
  const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (value === 0) return "_";
  const rest = value - 1;
  return rest < 62 ? `${digits.charAt(rest)}_` : `${digits.charAt(Math.floor(rest / 62))}${digits.charAt(rest % 62)}_`;
}

/** How the Itanium mangling refers to the substitution of an index. */
function substitution(index: number): string {
  return index === 0 ? "S_" : `S${(index - 1).toString(36).toUpperCase()}_`;
}

describe("Work", () => {
  it("refuses one step too many", () => {
    const work = new Work();
    for (let i = 0; i < maxSteps; i++) work.nested(() => undefined);
    expect(() => work.nested(() => undefined)).toThrow(Refusal);
  });

  it("refuses one level too many, and counts levels that were left no more", () => {
    const work = new Work();
    const dive = (levels: number): void => work.nested(() => (levels > 1 ? dive(levels - 1) : undefined));
    dive(maxDepth);
    dive(maxDepth);
    expect(() => dive(maxDepth + 1)).toThrow(Refusal);
  });
});
