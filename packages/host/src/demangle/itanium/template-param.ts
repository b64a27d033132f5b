import { Refusal } from "../refusal.ts";
import { parseName } from "./name.ts";
import { parameterPack } from "./name-nodes.ts";
import { type Node, sequence, text } from "./node.ts";
import type { ForwardReference, ItaniumParser } from "./parser.ts";
import { parseType } from "./type.ts";

/** What a template parameter stands for. [Template parameter](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.template-param). */
export function parseTemplateParam(parser: ItaniumParser): Node {
  const start = parser.position;
  parser.expect("T");
  // The level of the template is only written where levels cannot be told apart anyway.
  if (parser.eat("L")) parser.index();
  const index = parser.index();
  const { permitsForward, isConstraint, isLambda } = parser.scope;
  if (isConstraint) return text(parser.text.slice(start, parser.position - 1));
  if (permitsForward) return forwardReference(parser, index);
  const argument = parser.parameters[index];
  if (argument !== undefined) return argument;
  if (isLambda) return text("auto");
  throw new Refusal();
}

function forwardReference(parser: ItaniumParser, index: number): Node {
  const reference: ForwardReference = {
    index,
    target: undefined,
    resolve: () => reference.target,
  };
  parser.forwardReferences.push(reference);
  return reference;
}

export function isTemplateParamDeclaration(parser: ItaniumParser): boolean {
  return parser.peek() === "T" && "yptnk".includes(parser.peek(1) || "?");
}

/** How a lambda's template head shows a parameter, `unsigned long ...$N`. */
export interface ParameterDeclaration {
  readonly kind: Node;
  readonly name: string;
}

/** [Template parameter declaration](https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangle.template-param-decl). Names are made up. */
export function parseTemplateParamDeclaration(parser: ItaniumParser): ParameterDeclaration {
  return parser.nested(() => {
    switch (parser.take(2)) {
      case "Ty":
        return { kind: text("typename "), name: inventName(parser, "$T") };
      case "Tk": {
        const concept = parser.within({ isConstraint: true }, () => parseName(parser));
        return { kind: sequence(concept, " "), name: inventName(parser, "$T") };
      }
      case "Tn": {
        const name = inventName(parser, "$N");
        return { kind: sequence(parseType(parser), " "), name };
      }
      case "Tt": {
        const name = inventName(parser, "$TT");
        const inner = parser.until("E", () => declarationHead(parseTemplateParamDeclaration(parser)));
        return { kind: sequence("template", { left: (out) => out.angled(inner) }, " typename "), name };
      }
      case "Tp": {
        const { kind, name } = parseTemplateParamDeclaration(parser);
        return { kind: sequence(kind, "..."), name };
      }
      default:
        throw new Refusal();
    }
  });
}

export function declarationHead({ kind, name }: ParameterDeclaration): Node {
  return sequence(kind, name);
}

/** The first is called as given, the next ones are numbered from 0. */
function inventName(parser: ItaniumParser, prefix: string): string {
  const used = parser.inventedNames[prefix] ?? 0;
  parser.inventedNames[prefix] = used + 1;
  return used === 0 ? prefix : `${prefix}${used - 1}`;
}

/** What a template parameter with this argument stands for: a pack is then expanded element by element. */
export function standFor(argument: Node): Node {
  return argument.pack === undefined ? argument : parameterPack(argument.pack);
}
