import { isDigit } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import { scoped, withTemplateArgs } from "./name-nodes.ts";
import { type Node, sequence, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseSubstitution } from "./substitution.ts";
import { parseTemplateArgs } from "./template-args.ts";
import { parseTemplateParam } from "./template-param.ts";
import { parseDecltype } from "./type.ts";
import { parseAbiTags, parseOperatorName, parseSourceName, parseUnqualifiedName } from "./unqualified-name.ts";

/** [Unresolved name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.unresolved-name): one that depends on template parameters. */
export function parseUnresolvedName(parser: ItaniumParser): Node {
  if (parser.eat("srN")) {
    let name = parseScopeType(parser);
    while (!parser.eat("E")) name = scoped(name, parseSimpleId(parser));
    return scoped(name, parseBase(parser));
  }
  if (!parser.eat("sr")) return parseBase(parser);
  if (!isDigit(parser.peek())) return scoped(parseScopeType(parser), parseBase(parser));
  let name = parseSimpleId(parser);
  while (!parser.eat("E")) name = scoped(name, parseSimpleId(parser));
  return scoped(name, parseBase(parser));
}

/** The type that the name is looked up in. */
function parseScopeType(parser: ItaniumParser): Node {
  if (parser.peek() === "T") return withOptionalArgs(parser, parser.remember(parseTemplateParam(parser)), "remember");
  if (parser.peek() === "D") return parser.remember(parseDecltype(parser));
  if (parser.eat("St")) {
    const name = parser.remember(parseUnqualifiedName(parser, text("std"), undefined));
    return withOptionalArgs(parser, name, "remember");
  }
  return withOptionalArgs(parser, parseSubstitution(parser), "remember");
}

function parseSimpleId(parser: ItaniumParser): Node {
  return withOptionalArgs(parser, parseAbiTags(parser, parseSourceName(parser)));
}

function parseBase(parser: ItaniumParser): Node {
  if (isDigit(parser.peek())) return parseSimpleId(parser);
  if (parser.eat("dn")) {
    return sequence("~", isDigit(parser.peek()) ? parseSimpleId(parser) : parseScopeType(parser));
  }
  if (!parser.eat("on")) throw new Refusal();
  return withOptionalArgs(parser, parseOperatorName(parser, undefined));
}

function withOptionalArgs(parser: ItaniumParser, name: Node, then?: "remember"): Node {
  if (!parser.eat("I")) return name;
  const applied = withTemplateArgs(name, parseTemplateArgs(parser));
  return then === undefined ? applied : parser.remember(applied);
}
