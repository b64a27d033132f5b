import { demangleItanium } from "./itanium/demangle-itanium.ts";
import { maxSymbolLength } from "./limits.ts";
import { NameWriter } from "./name-writer.ts";
import { NameFull, Refusal } from "./refusal.ts";
import { demangleRustLegacy, isRustLegacy } from "./rust-legacy.ts";
import { demangleRustV0 } from "./rust-v0.ts";

/**
 * Turns the symbol of a guest's function into the name that its author wrote.
 *
 * Understood are Rust's [v0](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html) and legacy symbols, without crate
 * hashes, and C++ symbols of the [Itanium ABI](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling) as clang
 * writes them, in the spelling of LLVM: `wasm-ld` demangles in the same spelling, so the frames of one trace look alike.
 * From Rust names that `wasm-ld` has already demangled, what it left is removed: the hash and the escapes.
 *
 * Never throws. Whatever is not understood comes back as it was, and so does what is too long (16,384 characters), nests
 * too deep or takes too much work. A name of more than 2,000 characters is cut and ends in `…`.
 */
export function demangle(symbol: string): string {
  if (symbol.length > maxSymbolLength) return symbol;
  const name = new NameWriter();
  try {
    const scheme = schemeOf(symbol);
    if (scheme === undefined) return symbol;
    scheme(symbol, name);
    return name.text;
  } catch (error) {
    if (error instanceof NameFull) return `${name.text}…`;
    // The host may be near the end of its own stack: a plugin that recurses without end is a usual reason to be here.
    if (error instanceof Refusal || error instanceof RangeError) return symbol;
    throw error;
  }
}

function schemeOf(symbol: string): ((symbol: string, name: NameWriter) => void) | undefined {
  if (symbol.startsWith("_R")) return demangleRustV0;
  if (isRustLegacy(symbol)) return demangleRustLegacy;
  if (symbol.startsWith("_Z")) return demangleItanium;
  return undefined;
}
