import { Refusal } from "../refusal.ts";
import { parseExpression } from "./expression.ts";
import { parseName } from "./name.ts";
import { functionEncoding } from "./name-nodes.ts";
import type { Node } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { parseSpecialName } from "./special-name.ts";
import { parseType } from "./type.ts";

/** What a function's name says about the rest of its encoding. */
export interface EncodedName {
  /** Constructors, destructors and conversions have no result type. */
  hasNoResult: boolean;
  endsWithArguments: boolean;
  /** ` const &` and the like of a member function. */
  qualifiers: string;
}

/** [Encoding](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.encoding): a function with its signature, or an object. */
export function parseEncoding(parser: ItaniumParser): Node {
  return parser.nested(() => parser.apart(() => parseSpecialName(parser) ?? parseFunctionOrObject(parser)));
}

function parseFunctionOrObject(parser: ItaniumParser): Node {
  const facts: EncodedName = { hasNoResult: false, endsWithArguments: false, qualifiers: "" };
  const name = parseName(parser, facts);
  for (const reference of parser.forwardReferences) {
    reference.target = parser.parameters[reference.index];
    if (reference.target === undefined) throw new Refusal();
  }
  if (isEnd(parser)) return name;

  const result = facts.hasNoResult || !facts.endsWithArguments ? undefined : parseType(parser);
  const parameters: Node[] = [];
  if (!parser.eat("v")) while (!isEnd(parser) && parser.peek() !== "Q") parameters.push(parseType(parser));
  const constraint = parseConstraint(parser);
  return functionEncoding({ result, name, parameters, qualifiers: facts.qualifiers, constraint });
}

/** A `requires` clause, if there is one here. */
export function parseConstraint(parser: ItaniumParser): Node | undefined {
  return parser.eat("Q") ? parser.within({ isConstraint: true }, () => parseExpression(parser)) : undefined;
}

function isEnd(parser: ItaniumParser): boolean {
  return parser.atEnd || "E._".includes(parser.peek());
}
