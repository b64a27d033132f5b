import { Refusal } from "../refusal.ts";
import { builtinTypes, literalSuffixes } from "./builtin-types.ts";
import { parseEncoding } from "./encoding.ts";
import { type Node, precedence, sequence, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseType } from "./type.ts";

/** [Literal](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.expr-primary) of an expression or a template argument. */
export function parseLiteral(parser: ItaniumParser): Node {
  parser.expect("L");
  const literal = parseValue(parser);
  parser.expect("E");
  return literal;
}

function parseValue(parser: ItaniumParser): Node {
  if (parser.eat("_Z")) return parseEncoding(parser);
  if (parser.eat("b0")) return text("false");
  if (parser.eat("b1")) return text("true");
  if (parser.eat("Dn")) {
    parser.eat("0");
    return text("nullptr");
  }
  if (parser.peek() === "A") {
    const type = parseType(parser);
    return sequence('"<', type, '>"');
  }
  const code = parser.peek();
  const suffix = literalSuffixes[code];
  if (suffix !== undefined) {
    parser.next();
    return text(parseNumber(parser) + suffix);
  }
  // Floating-point literals are hexadecimal images, which would need a reader of their own.
  if ("fdeg".includes(code)) throw new Refusal();
  const builtin = builtinTypes[code];
  if (builtin !== undefined) {
    parser.next();
    return cast(text(builtin), parseNumber(parser));
  }
  return cast(parseType(parser), parseNumber(parser));
}

function cast(type: Node, value: string): Node {
  return { ...sequence("(", type, `)${value}`), precedence: precedence.cast };
}

function parseNumber(parser: ItaniumParser): string {
  const sign = parser.eat("n") ? "-" : "";
  const digits = parser.digits();
  if (digits === "") throw new Refusal();
  return sign + digits;
}
