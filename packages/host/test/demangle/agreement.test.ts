import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demangle } from "../../src/demangle/demangle.ts";
import { gnuCxxfilt, inLlvmSpelling } from "./gnu-cxxfilt.ts";
import { recorded } from "./recorded.ts";
import { cppType, rustType } from "./symbols.ts";

const sample = { numRuns: 1_000, seed: 20_26 };

describe("agreement with the c++filt of this machine, or where there is none with the recorded names", () => {
  it("covers recorded Rust symbols", () => {
    const pairs = recorded("rust.tsv");
    const symbols = pairs.map(([symbol]) => symbol);
    const expected = gnuCxxfilt(symbols) ?? pairs.map(([, name]) => name);
    expect(symbols.map(demangle)).toEqual(expected);
  });

  it("covers random Rust types", () => {
    const symbols = fc.sample(rustType, sample).map((type) => `_RINvC1m1f${type}E`);
    const expected = gnuCxxfilt(symbols);
    const names = symbols.map(demangle);
    expect(names.filter((name) => !/^m::f::<.*>$/.test(name))).toEqual([]);
    if (expected !== undefined) expect(names).toEqual(expected);
  });

  it("covers random C++ parameters", () => {
    const symbols = fc.sample(cppType, sample).map((type) => `_Z1f${type}`);
    const expected = gnuCxxfilt(symbols);
    const names = symbols.map(demangle);
    expect(names.filter((name) => !/^f\(.*\)$/.test(name))).toEqual([]);
    if (expected !== undefined) expect(names).toEqual(expected.map(inLlvmSpelling));
  });
});
