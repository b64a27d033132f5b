import { Cursor } from "./cursor.ts";
import type { NameWriter } from "./name-writer.ts";
import { Refusal } from "./refusal.ts";

const hash = "h[0-9a-f]{16}";
const lastIdentifier = new RegExp(`^${hash}$`);
const mangled = new RegExp(`^_ZN.*17${hash}E(\\.[\\w.$@]*)?$`, "s");
/** What `wasm-ld` makes of a legacy symbol: it takes it for C++, so the hash and the escapes stay. */
const linked = new RegExp(`^(.*)::${hash}( \\(\\.[^)]*\\))?$`, "s");

const escapes: Readonly<Record<string, string>> = {
  SP: "@",
  BP: "*",
  RF: "&",
  LT: "<",
  GT: ">",
  LP: "(",
  RP: ")",
  C: ",",
};

/** Whether a symbol, as rustc wrote it or as the linker demangled it, ends in the hash of Rust's legacy mangling. */
export function isRustLegacy(symbol: string): boolean {
  return mangled.test(symbol) || linked.test(symbol);
}

/** Writes the path that a legacy symbol stands for, without its hash and a suffix such as `.llvm.123`. */
export function demangleRustLegacy(symbol: string, name: NameWriter): void {
  const segments = linked.exec(symbol)?.[1]?.split("::") ?? identifiers(symbol);
  name.write(segments.map(unescapeSegment).join("::"));
}

function identifiers(symbol: string): string[] {
  const cursor = new Cursor(symbol, "_ZN".length);
  const found: string[] = [];
  while (!cursor.eat("E")) found.push(cursor.take(cursor.decimal()));
  const isWhole = cursor.atEnd || cursor.peek() === ".";
  if (!isWhole || found.length < 2 || !lastIdentifier.test(found.pop() ?? "")) throw new Refusal();
  return found;
}

function unescapeSegment(segment: string): string {
  // An identifier may not begin with "$", so rustc puts an underscore before it.
  const text = segment.startsWith("_$") ? segment.slice(1) : segment;
  return text.replace(/\$([A-Z]{1,2}|u[0-9a-f]{1,6})\$|\.\./g, (whole: string, code: string | undefined) => {
    if (code === undefined) return "::";
    return code.startsWith("u") ? codePoint(code.slice(1), whole) : (escapes[code] ?? whole);
  });
}

/** The character of a hexadecimal code point; `otherwise` for controls and surrogates, which rustc never escapes so. */
function codePoint(hex: string, otherwise: string): string {
  const value = Number.parseInt(hex, 16);
  const isText = value >= 0x20 && value <= 0x10_ffff && !(value >= 0x7f && value < 0xa0);
  return isText && !(value >= 0xd800 && value < 0xe000) ? String.fromCodePoint(value) : otherwise;
}
