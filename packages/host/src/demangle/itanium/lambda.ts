import { type Node, text } from "./node.ts";
import type { ItaniumParser } from "./parser.ts";
import { declarationHead, isTemplateParamDeclaration, parseTemplateParamDeclaration } from "./template-param.ts";
import { parseType } from "./type.ts";

/** [Closure type](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.closure-type-name), whose `Ul` was read. */
export function parseLambda(parser: ItaniumParser): Node {
  const { head, parameters } = parser.apart(() => parseSignature(parser));
  const number = parser.takeUntil("_");
  return {
    baseName: "",
    left(out) {
      out.write(`'lambda${number}'`);
      if (head.length > 0) out.angled(head);
      out.parenthesised(() => out.list(parameters));
    },
  };
}

function parseSignature(parser: ItaniumParser): { head: Node[]; parameters: Node[] } {
  const outerNames = parser.inventedNames;
  parser.inventedNames = {};
  const head: Node[] = [];
  while (isTemplateParamDeclaration(parser)) {
    const declaration = parseTemplateParamDeclaration(parser);
    head.push(declarationHead(declaration));
    parser.parameters.push(text(declaration.name));
  }
  const parameters = parser.eat("vE")
    ? []
    : parser.within({ isLambda: true }, () => parser.until("E", () => parseType(parser)));
  parser.inventedNames = outerNames;
  return { head, parameters };
}
