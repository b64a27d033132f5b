import { Refusal } from "./refusal.ts";
import { writePath } from "./rust-v0-path.ts";
import type { RustReader } from "./rust-v0-reader.ts";
import { writeTuple } from "./rust-v0-type.ts";

/** A compound value is put in braces where it is a generic argument, as in the source. */
export type ConstPlace = "argument" | "operand";

/**
 * [Const](https://doc.rust-lang.org/rustc/symbol-mangling/v0.html#const), and the values of structures, tuples, arrays,
 * references and strings that rustc encodes for `adt_const_params`.
 */
export function writeConst(reader: RustReader, place: ConstPlace): void {
  reader.nested(() => {
    const tag = reader.next();
    switch (tag) {
      case "p":
        return reader.write("_");
      case "B":
        return reader.follow(() => writeConst(reader, place));
      case "b":
        return writeBool(reader);
      case "c":
        return reader.write(quote(String.fromCodePoint(codePoint(reader)), "'"));
      case "R":
        if (reader.eat("e")) return reader.write(quote(utf8(hexDigits(reader)), '"'));
    }
    if ("hjmoty".includes(tag)) return writeInteger(reader);
    if ("ailnsx".includes(tag)) {
      if (reader.eat("n")) reader.write("-");
      return writeInteger(reader);
    }
    if (place === "argument") reader.write("{");
    writeCompound(reader, tag);
    if (place === "argument") reader.write("}");
  });
}

function writeCompound(reader: RustReader, tag: string): void {
  const operand = (): void => writeConst(reader, "operand");
  switch (tag) {
    case "e":
      return reader.write(`*${quote(utf8(hexDigits(reader)), '"')}`);
    case "R":
      reader.write("&");
      return operand();
    case "Q":
      reader.write("&mut ");
      return operand();
    case "A":
      reader.write("[");
      reader.list(", ", operand);
      return reader.write("]");
    case "T":
      return writeTuple(reader, operand);
    case "V":
      return writeVariant(reader, operand);
    default:
      throw new Refusal();
  }
}

function writeVariant(reader: RustReader, operand: () => void): void {
  const shape = reader.next();
  writePath(reader, "value");
  switch (shape) {
    case "U":
      return;
    case "T":
      reader.write("(");
      reader.list(", ", operand);
      return reader.write(")");
    case "S":
      reader.write(" { ");
      reader.list(", ", () => {
        reader.write(`${reader.identifier().name}: `);
        operand();
      });
      return reader.write(" }");
    default:
      throw new Refusal();
  }
}

function hexDigits(reader: RustReader): string {
  const digits = reader.takeUntil("_");
  if (!/^[0-9a-f]*$/.test(digits)) throw new Refusal();
  return digits;
}

/** Integers of up to 64 bits in decimal, longer ones in hexadecimal. */
function writeInteger(reader: RustReader): void {
  const digits = hexDigits(reader).replace(/^0+(?=.)/, "");
  if (digits === "") throw new Refusal();
  reader.write(digits.length > 16 ? `0x${digits}` : BigInt(`0x${digits}`).toString());
}

function writeBool(reader: RustReader): void {
  const digits = hexDigits(reader);
  if (digits !== "0" && digits !== "1") throw new Refusal();
  reader.write(digits === "1" ? "true" : "false");
}

function codePoint(reader: RustReader): number {
  const value = Number.parseInt(hexDigits(reader), 16);
  if (!(value <= 0x10_ffff) || (value >= 0xd800 && value < 0xe000)) throw new Refusal();
  return value;
}

function utf8(hex: string): string {
  if (hex.length % 2 !== 0) throw new Refusal();
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder().decode(bytes);
}

const named: Readonly<Record<string, string>> = { "\t": "\\t", "\r": "\\r", "\n": "\\n", "\0": "\\0", "\\": "\\\\" };

/** A literal as Rust would print it: escaped are its own quote and what would disturb a terminal. */
function quote(text: string, mark: "'" | '"'): string {
  const escaped = text.replace(/[\p{C}\\'"]/gu, (character) => {
    if (character === "'" || character === '"') return character === mark ? `\\${character}` : character;
    return named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return mark + escaped + mark;
}
