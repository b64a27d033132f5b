import type { NameWriter } from "../name-writer.ts";
import { Refusal } from "../refusal.ts";
import { parseEncoding } from "./encoding.ts";
import { ItaniumParser } from "./parser.ts";
import { Printer } from "./printer.ts";

/** Writes what a symbol of the [Itanium C++ ABI](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling) stands for. */
export function demangleItanium(symbol: string, name: NameWriter): void {
  const parser = new ItaniumParser(symbol, "_Z".length);
  const encoding = parseEncoding(parser);
  const suffix = symbol.slice(parser.position);
  if (suffix !== "" && !suffix.startsWith(".")) throw new Refusal();
  new Printer(name).print(encoding);
  // What the optimiser made of a function: `.cold`, `.llvm.123`.
  if (suffix !== "") name.write(` (${suffix})`);
}
