import { isDigit } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import { type EncodedName, parseEncoding } from "./encoding.ts";
import { scoped, withTemplateArgs } from "./name-nodes.ts";
import { type Node, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseSubstitution } from "./substitution.ts";
import { parseTemplateArgs } from "./template-args.ts";
import { parseTemplateParam } from "./template-param.ts";
import { parseDecltype } from "./type.ts";
import { parseUnqualifiedName } from "./unqualified-name.ts";

/**
 * [Name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.name). The name of an encoding notes its facts, and its
 * template arguments become what template parameters stand for.
 */
export function parseName(parser: ItaniumParser, facts?: EncodedName): Node {
  return parser.nested(() => {
    if (parser.eat("N")) return parseNestedName(parser, facts);
    if (parser.eat("Z")) return parseLocalName(parser, facts);
    if (parser.peek() === "S" && parser.peek(1) !== "t") {
      const template = parseSubstitution(parser);
      if (parser.peek() !== "I") throw new Refusal();
      return applyArguments(parser, template, facts);
    }
    const scope = parser.eat("St") ? text("std") : undefined;
    const name = parseUnqualifiedName(parser, scope, facts);
    return parser.peek() === "I" ? applyArguments(parser, parser.remember(name), facts) : name;
  });
}

function applyArguments(parser: ItaniumParser, template: Node, facts: EncodedName | undefined): Node {
  parser.expect("I");
  if (facts !== undefined) facts.endsWithArguments = true;
  return withTemplateArgs(template, parseTemplateArgs(parser, facts && "of the encoding"));
}

/** [Nested name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.nested-name), whose `N` was read. */
function parseNestedName(parser: ItaniumParser, facts: EncodedName | undefined): Node {
  let qualifiers = parser.eat("H") ? "" : parser.qualifiers();
  if (parser.eat("O")) qualifiers += " &&";
  else if (parser.eat("R")) qualifiers += " &";
  if (facts !== undefined) facts.qualifiers = qualifiers;

  let name: Node | undefined;
  while (!parser.eat("E")) {
    if (facts !== undefined) facts.endsWithArguments = false;
    if (name === undefined && parser.peek() === "S") {
      name = parser.eat("St") ? text("std") : parseSubstitution(parser);
      continue;
    }
    name = parser.remember(parseComponent(parser, name, facts));
    // Members that are initialised with a lambda are scopes of it.
    parser.eat("M");
  }
  // The whole name is remembered as a type, if it is one.
  if (name === undefined || parser.substitutions.pop() === undefined) throw new Refusal();
  return name;
}

function parseComponent(parser: ItaniumParser, scope: Node | undefined, facts: EncodedName | undefined): Node {
  if (scope === undefined) {
    if (parser.peek() === "T") return parseTemplateParam(parser);
    if (parser.startsWith("Dt") || parser.startsWith("DT")) return parseDecltype(parser);
  } else if (parser.peek() === "I") {
    return applyArguments(parser, scope, facts);
  }
  return parseUnqualifiedName(parser, scope, facts);
}

/** [Local name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.local-name), whose `Z` was read. */
function parseLocalName(parser: ItaniumParser, facts: EncodedName | undefined): Node {
  const encoding = parseEncoding(parser);
  parser.expect("E");
  if (parser.eat("s")) {
    skipDiscriminator(parser);
    return scoped(encoding, text("string literal"));
  }
  if (parser.eat("d")) parser.index();
  const name = parseName(parser, facts);
  skipDiscriminator(parser);
  return scoped(encoding, name);
}

function skipDiscriminator(parser: ItaniumParser): void {
  if (parser.eat("__")) {
    parser.decimal();
    parser.expect("_");
  } else if (parser.peek() === "_" && isDigit(parser.peek(1))) {
    parser.position += 2;
  }
}
