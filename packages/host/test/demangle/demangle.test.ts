import { describe, expect, it } from "vitest";
import { demangle } from "../../src/demangle/demangle.ts";
import { recorded } from "./recorded.ts";

describe("demangle", () => {
  it.each(["rust.tsv", "itanium.tsv"] as const)("names the symbols of %s as c++filt does", (file) => {
    const pairs = recorded(file);
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.map(([symbol]) => [symbol, demangle(symbol)])).toEqual(pairs);
  });

  it.each([
    ["a char that needs an escape", "_RINvC1m1fKc27_E", "m::f::<'\\''>"],
    ["a char outside of ASCII", "_RINvC1m1fKc94c1_E", "m::f::<'铁'>"],
    ["a control character", "_RINvC1m1fKc1_E", "m::f::<'\\u{1}'>"],
    [
      "an i128 of more than 64 bits",
      "_RINvC1m1fKnn80000000000000000000000000000000_E",
      "m::f::<-0x80000000000000000000000000000000>",
    ],
    ["a conversion to a type within a function template", "_ZN1AcvZ1fIiEvT_E1BEv", "A::operator void f<int>(int)::B()"],
    ["a legacy identifier outside of ASCII", "_ZN1m9g$uf6$del17h0123456789abcdefE", "m::gödel"],
  ])("goes beyond c++filt with %s", (_, symbol, name) => {
    expect(demangle(symbol)).toBe(name);
  });

  it.each([
    ["plain", "core::panicking::panic_fmt::h0123456789abcdef", "core::panicking::panic_fmt"],
    [
      "with escapes",
      "_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$::write_str::h0123456789abcdef",
      "<alloc::string::String as core::fmt::Write>::write_str",
    ],
    ["with a suffix of the optimiser", "a::b::h0123456789abcdef (.llvm.123)", "a::b"],
  ])("takes the hash from a Rust name that the linker demangled: %s", (_, symbol, name) => {
    expect(demangle(symbol)).toBe(name);
  });

  it.each([
    ["_RNvC1m1f.llvm.123", "m::f"],
    ["_ZN1m1f17h0123456789abcdefE.llvm.123", "m::f"],
    ["_Z1fi.llvm.123", "f(int) (.llvm.123)"],
  ])("reads past the suffix of %s", (symbol, name) => {
    expect(demangle(symbol)).toBe(name);
  });

  it.each([
    "",
    "main",
    "_start",
    "std::vector<int>::push_back(int&&)",
    "m::f::h0123456789abcde",
    "m::f::h0123456789abcdeg",
    "_R",
    "_Rx",
    "_R1NvC1m1f",
    "_RNvC1m1f!",
    "_RNvC1m9f",
    "_RINvC1m1fBa_hE",
    "_RINvC1m1fKRe61_E",
    "_RINvC1m1fFGzzz_uEuE",
    "_RNvC1mu3___",
    "_RNvC1mu9zzzzzzzzz",
    "_Z",
    "_ZN",
    "_ZN1m",
    "_ZS_",
    "_Z1fT_",
    "_Z1fiE",
    "_Z1f?",
    "_ZC1Ev",
    "_Z1fILf3f800000EEvv",
    "_ZN1AcvT_IT_EEv",
  ])("gives %j back as it is", (symbol) => {
    expect(demangle(symbol)).toBe(symbol);
  });

  it("does not take object properties for codes", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(demangle(`_ZN1m${name.length + 2}$${name}$17h0123456789abcdefE`)).toBe(`m::$${name}$`);
      expect(demangle(`_Z${name.length}${name}v`)).toBe(`${name}()`);
    }
  });
});
