import type { Node } from "./node.ts";

export function scoped(scope: Node, name: Node): Node {
  return {
    left(out) {
      out.print(scope);
      out.write("::");
      out.print(name);
    },
    ...(name.baseName !== undefined && { baseName: name.baseName }),
  };
}

export function withTemplateArgs(name: Node, args: readonly Node[]): Node {
  return {
    left(out) {
      out.print(name);
      out.angled(args);
    },
    ...(name.baseName !== undefined && { baseName: name.baseName }),
  };
}

export function abiTagged(name: Node, tag: string): Node {
  return {
    left(out) {
      out.print(name);
      out.write(`[abi:${tag}]`);
    },
    ...(name.baseName !== undefined && { baseName: name.baseName }),
  };
}

/** The pack that a template was given as one of its arguments: in the list of arguments it prints all of its elements. */
export function argumentPack(elements: readonly Node[]): Node {
  return { left: (out) => out.list(elements), pack: elements };
}

/** A template parameter that stands for a pack: it prints the element whose turn it is in the expansion around it. */
export function parameterPack(elements: readonly Node[]): Node {
  return { resolve: (out) => out.element(elements) };
}

export function packExpansion(pattern: Node): Node {
  return { left: (out) => out.expand(pattern) };
}

/** What a function's encoding adds to its name. */
export interface FunctionParts {
  readonly result: Node | undefined;
  readonly name: Node;
  readonly parameters: readonly Node[];
  readonly qualifiers: string;
  readonly constraint: Node | undefined;
}

export function functionEncoding({ result, name, parameters, qualifiers, constraint }: FunctionParts): Node {
  return {
    left(out) {
      if (result !== undefined) {
        out.left(result);
        if (out.declarator(result) === undefined) out.write(" ");
      }
      out.print(name);
    },
    right(out) {
      out.parenthesised(() => out.list(parameters));
      if (result !== undefined) out.right(result);
      out.write(qualifiers);
      if (constraint === undefined) return;
      out.write(" requires ");
      out.print(constraint);
    },
  };
}
