import type { NameWriter } from "./name-writer.ts";
import { Refusal } from "./refusal.ts";
import { writePath } from "./rust-v0-path.ts";
import { RustReader } from "./rust-v0-reader.ts";

/** Writes the path that a v0 symbol stands for. [Symbol name](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#symbol-name). */
export function demangleRustV0(symbol: string, name: NameWriter): void {
  // Back-references count from behind the prefix; LLVM and others append suffixes that no identifier can contain.
  const body = symbol.slice("_R".length).replace(/[.$].*$/s, "");
  const reader = new RustReader(body, name);
  writePath(reader, "value");
  if (!reader.atEnd) reader.silently(() => writePath(reader, "value"));
  if (!reader.atEnd) throw new Refusal();
}
