import type { Declarator, Node, Reference } from "./node.ts";

/** A type with `const`, `volatile` or `restrict` behind it. */
export function qualified(type: Node, qualifiers: string): Node {
  if (qualifiers === "") return type;
  return {
    left(out) {
      out.left(type);
      out.write(qualifiers);
    },
    right: (out) => out.right(type),
    declarator: (out) => out.declarator(type),
  };
}

export function pointer(to: Node): Node {
  return indirection(to, "*");
}

/** References to references collapse, and one lvalue reference among them makes the whole one. */
export function reference(to: Node, sigil: Reference["sigil"]): Node {
  return {
    resolve(out) {
      const inner = out.reference(to);
      const collapsed: Reference = { sigil: inner?.sigil === "&" ? "&" : sigil, to: inner?.to ?? to };
      return { ...indirection(collapsed.to, collapsed.sigil), reference: collapsed };
    },
  };
}

function needsParentheses(declarator: Declarator | undefined): boolean {
  return declarator === "array" || declarator === "function";
}

function indirection(to: Node, sigil: "*" | Reference["sigil"]): Node {
  return {
    left(out) {
      out.left(to);
      const declarator = out.declarator(to);
      if (declarator === "array") out.write(" ");
      if (needsParentheses(declarator)) out.write("(");
      out.write(sigil);
    },
    right(out) {
      if (needsParentheses(out.declarator(to))) out.write(")");
      out.right(to);
    },
    declarator: (out) => out.declarator(to) && "wrapped",
  };
}

export function memberPointer(classType: Node, member: Node): Node {
  return {
    left(out) {
      out.left(member);
      out.write(needsParentheses(out.declarator(member)) ? "(" : " ");
      out.print(classType);
      out.write("::*");
    },
    right(out) {
      if (needsParentheses(out.declarator(member))) out.write(")");
      out.right(member);
    },
    declarator: (out) => out.declarator(member) && "wrapped",
  };
}

export function array(element: Node, size: Node | undefined): Node {
  return {
    left: (out) => out.left(element),
    right(out) {
      out.write(out.last === "]" ? "[" : " [");
      if (size !== undefined) out.print(size);
      out.write("]");
      out.right(element);
    },
    declarator: () => "array",
  };
}

/** A function type, whose `suffix` holds qualifiers such as ` const &` and ` noexcept`. */
export function functionType(result: Node, parameters: readonly Node[], suffix: readonly Node[]): Node {
  return {
    left(out) {
      out.left(result);
      out.write(" ");
    },
    right(out) {
      out.parenthesised(() => out.list(parameters));
      out.right(result);
      for (const part of suffix) out.print(part);
    },
    declarator: () => "function",
  };
}
