import { isDigit } from "../cursor.ts";
import { Refusal } from "../refusal.ts";
import type { EncodedName } from "./encoding.ts";
import { parseLambda } from "./lambda.ts";
import { parseName } from "./name.ts";
import { abiTagged, scoped } from "./name-nodes.ts";
import { type Node, sequence, text } from "./node.ts";
import { operators } from "./operators.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseType } from "./type.ts";

/** [Unqualified name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.unqualified-name), put into its scope. */
export function parseUnqualifiedName(
  parser: ItaniumParser,
  scope: Node | undefined,
  facts: EncodedName | undefined,
): Node {
  const isFriend = scope !== undefined && parser.eat("F");
  parser.eat("L");
  const bare = parseAbiTags(parser, parseBareName(parser, scope, facts));
  const name = isFriend ? sequence("friend ", bare) : bare;
  return scope === undefined ? name : scoped(scope, name);
}

function parseBareName(parser: ItaniumParser, scope: Node | undefined, facts: EncodedName | undefined): Node {
  if (isDigit(parser.peek())) return parseSourceName(parser);
  if (parser.eat("Ut")) return text(`'unnamed${parser.takeUntil("_")}'`, "");
  if (parser.eat("Ul")) return parseLambda(parser);
  if (scope !== undefined && /^[CD][I0-9]/.test(parser.peek() + parser.peek(1))) {
    if (facts !== undefined) facts.hasNoResult = true;
    return parseConstructorOrDestructor(parser, scope);
  }
  return parseOperatorName(parser, facts);
}

/** [Source name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.source-name): a length and an identifier. */
export function parseSourceName(parser: ItaniumParser): Node {
  const name = parser.take(parser.decimal());
  if (name === "") throw new Refusal();
  return text(name.startsWith("_GLOBAL__N") ? "(anonymous namespace)" : name);
}

export function parseAbiTags(parser: ItaniumParser, name: Node): Node {
  let tagged = name;
  while (parser.eat("B")) tagged = abiTagged(tagged, parser.take(parser.decimal()));
  return tagged;
}

/** [Constructors and destructors](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-special-ctor-dtor). */
function parseConstructorOrDestructor(parser: ItaniumParser, scope: Node): Node {
  const className = scope.baseName;
  if (className === undefined) throw new Refusal();
  const tilde = parser.next() === "D" ? "~" : "";
  const isInheriting = parser.eat("I");
  parser.next();
  if (isInheriting) parseName(parser);
  return text(tilde + className);
}

/** [Operator name](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling-operator). */
export function parseOperatorName(parser: ItaniumParser, facts: EncodedName | undefined): Node {
  const code = parser.take(2);
  if (code === "cv") {
    if (facts !== undefined) facts.hasNoResult = true;
    const permitsForward = parser.scope.permitsForward || facts !== undefined;
    const type = parser.within({ takesArguments: false, permitsForward }, () => parseType(parser));
    return sequence("operator ", type);
  }
  if (code === "li") return sequence('operator"" ', parseSourceName(parser));
  const operator = operators.get(code);
  if (operator === undefined) throw new Refusal();
  return text(`operator${operator.symbol}`);
}
