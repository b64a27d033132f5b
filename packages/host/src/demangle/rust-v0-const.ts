import { Refusal } from "./refusal.ts";
import type { RustReader } from "./rust-v0-reader.ts";

/**
 * [Const](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#const): an integer, a `bool`, a `char` or a placeholder.
 * Values of other types need an unstable feature of the language, and are refused.
 */
export function writeConst(reader: RustReader): void {
  reader.nested(() => {
    const tag = reader.next();
    if (tag === "p") return reader.write("_");
    if (tag === "B") return reader.follow(() => writeConst(reader));
    if (tag === "b") return reader.write(bool(hexDigits(reader)));
    if (tag === "c") return reader.write(char(hexDigits(reader)));
    const isSigned = "ailnsx".includes(tag);
    if (!isSigned && !"hjmoty".includes(tag)) throw new Refusal();
    if (isSigned && reader.eat("n")) reader.write("-");
    reader.write(integer(hexDigits(reader)));
  });
}

function hexDigits(reader: RustReader): string {
  const digits = reader.takeUntil("_");
  if (!/^[0-9a-f]+$/.test(digits)) throw new Refusal();
  return digits.replace(/^0+(?=.)/, "");
}

/** Integers of up to 64 bits in decimal, longer ones in hexadecimal. */
function integer(digits: string): string {
  return digits.length > 16 ? `0x${digits}` : BigInt(`0x${digits}`).toString();
}

function bool(digits: string): string {
  if (digits !== "0" && digits !== "1") throw new Refusal();
  return digits === "1" ? "true" : "false";
}

const escapes: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\r": "\\r",
  "\n": "\\n",
  "\0": "\\0",
  "\\": "\\\\",
  "'": "\\'",
};

/** A literal as Rust prints it: escaped is what would end it, and what would disturb a terminal. */
function char(digits: string): string {
  const value = Number.parseInt(digits, 16);
  if (value > 0x10_ffff || (value >= 0xd800 && value < 0xe000)) throw new Refusal();
  const character = String.fromCodePoint(value);
  const escaped = escapes[character] ?? (/\p{C}/u.test(character) ? `\\u{${digits}}` : character);
  return `'${escaped}'`;
}
