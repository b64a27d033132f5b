import { Refusal } from "../refusal.ts";
import { parseEncoding } from "./encoding.ts";
import { parseName } from "./name.ts";
import { type Node, sequence } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseType } from "./type.ts";

const ofTypes: Readonly<Record<string, string>> = {
  TV: "vtable for ",
  TT: "VTT for ",
  TI: "typeinfo for ",
  TS: "typeinfo name for ",
};

const ofNames: Readonly<Record<string, string>> = {
  GV: "guard variable for ",
  TW: "thread-local wrapper routine for ",
  TH: "thread-local initialization routine for ",
};

/** What the compiler makes by itself. [Special names](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-special). */
export function parseSpecialName(parser: ItaniumParser): Node | undefined {
  if (parser.peek() !== "T" && parser.peek() !== "G") return undefined;
  const code = parser.take(2);
  const ofType = ofTypes[code];
  if (ofType !== undefined) return sequence(ofType, parseType(parser));
  const ofName = ofNames[code];
  if (ofName !== undefined) return sequence(ofName, parseName(parser));
  switch (code) {
    case "TC":
      return parseConstructionVtable(parser);
    case "Tc":
      skipCallOffset(parser);
      skipCallOffset(parser);
      return sequence("covariant return thunk to ", parseEncoding(parser));
    case "Th":
    case "Tv":
      parser.position--;
      skipCallOffset(parser);
      return sequence(code === "Th" ? "non-virtual thunk to " : "virtual thunk to ", parseEncoding(parser));
    default:
      throw new Refusal();
  }
}

function parseConstructionVtable(parser: ItaniumParser): Node {
  const whole = parseType(parser);
  skipNumber(parser);
  return sequence("construction vtable for ", parseType(parser), "-in-", whole);
}

function skipCallOffset(parser: ItaniumParser): void {
  const isVirtual = parser.eat("v");
  if (!isVirtual) parser.expect("h");
  skipNumber(parser);
  if (isVirtual) skipNumber(parser);
}

function skipNumber(parser: ItaniumParser): void {
  parser.eat("n");
  parser.decimal();
  parser.expect("_");
}
