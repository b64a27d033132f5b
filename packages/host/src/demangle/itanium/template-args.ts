import { parseConstraint, parseEncoding } from "./encoding.ts";
import { parseExpression } from "./expression.ts";
import { parseLiteral } from "./literal.ts";
import { argumentPack } from "./name-nodes.ts";
import type { Node } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { isTemplateParamDeclaration, parseTemplateParamDeclaration, standFor } from "./template-param.ts";
import { parseType } from "./type.ts";

/**
 * [Template arguments](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.template-args), whose `I` was read. Those
 * of an encoding's own name are what its signature's template parameters stand for.
 */
export function parseTemplateArgs(parser: ItaniumParser, whose?: "of the encoding"): Node[] {
  return parser.nested(() => {
    const args: Node[] = [];
    const parameters: Node[] = [];
    if (whose !== undefined) parser.parameters = parameters;
    while (!parser.eat("E")) {
      if (parser.peek() === "Q") {
        // A constraint is no argument, and says nothing about which instance this is.
        parseConstraint(parser);
        continue;
      }
      const argument = parseTemplateArgument(parser);
      args.push(argument);
      parameters.push(standFor(argument));
    }
    return args;
  });
}

export function parseTemplateArgument(parser: ItaniumParser): Node {
  return parser.nested(() => {
    switch (parser.peek()) {
      case "X": {
        parser.next();
        const expression = parseExpression(parser);
        parser.expect("E");
        return expression;
      }
      case "J":
        parser.next();
        return argumentPack(parser.until("E", () => parseTemplateArgument(parser)));
      case "L":
        if (!parser.eat("LZ")) return parseLiteral(parser);
        return closed(parser, parseEncoding(parser));
      case "T":
        // The parameter's declaration, where an overload might have another one; the argument follows.
        if (!isTemplateParamDeclaration(parser)) return parseType(parser);
        parseTemplateParamDeclaration(parser);
        return parseTemplateArgument(parser);
      default:
        return parseType(parser);
    }
  });
}

function closed(parser: ItaniumParser, node: Node): Node {
  parser.expect("E");
  return node;
}
