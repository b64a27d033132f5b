import { packExpansion } from "./name-nodes.ts";
import { type Node, type Precedence, precedence } from "./node.ts";

export function binary(operator: string, own: Precedence, lhs: Node, rhs: Node): Node {
  const isAssignment = own === precedence.assign;
  return {
    precedence: own,
    left(out) {
      const print = (): void => {
        if (isAssignment) out.operand(lhs, precedence.orIf);
        else out.operand(lhs, own, "or as tight");
        out.write(operator === "," ? ", " : ` ${operator} `);
        if (isAssignment) out.operand(rhs, own, "or as tight");
        else out.operand(rhs, own);
      };
      // It could be taken for the end of template arguments.
      if (operator === ">" || operator === ">>") out.parenthesised(print);
      else print();
    },
  };
}

export function prefix(operator: string, operand: Node, own: Precedence = precedence.unary): Node {
  return {
    precedence: own,
    left(out) {
      out.write(operator);
      out.operand(operand, own);
    },
  };
}

export function postfix(operand: Node, operator: string): Node {
  return {
    precedence: precedence.postfix,
    left(out) {
      out.operand(operand, precedence.postfix, "or as tight");
      out.write(operator);
    },
  };
}

export function conditional(condition: Node, then: Node, otherwise: Node): Node {
  return {
    precedence: precedence.conditional,
    left(out) {
      out.operand(condition, precedence.conditional);
      out.write(" ? ");
      out.operand(then, precedence.any);
      out.write(" : ");
      out.operand(otherwise, precedence.assign, "or as tight");
    },
  };
}

export function member(object: Node, operator: string, name: Node, own: Precedence): Node {
  return {
    precedence: own,
    left(out) {
      out.operand(object, own, "or as tight");
      out.write(operator);
      out.operand(name, own);
    },
  };
}

export function subscript(object: Node, index: Node): Node {
  return {
    precedence: precedence.postfix,
    left(out) {
      out.operand(object, precedence.postfix, "or as tight");
      out.write("[");
      out.operand(index, precedence.any);
      out.write("]");
    },
  };
}

export function call(callee: Node, args: readonly Node[]): Node {
  return {
    precedence: precedence.postfix,
    left(out) {
      out.print(callee);
      out.parenthesised(() => out.list(args));
    },
  };
}

/** An operator that reads as a function, such as `sizeof (…)` and `noexcept (…)`. */
export function enclosing(opening: string, inner: Node): Node {
  return {
    precedence: precedence.primary,
    left(out) {
      out.write(opening);
      out.parenthesised(() => out.print(inner));
    },
  };
}

/** A cast such as `static_cast<T>(…)`. */
export function namedCast(kind: string, type: Node, operand: Node): Node {
  return {
    precedence: precedence.postfix,
    left(out) {
      out.write(kind);
      out.angled([type]);
      out.parenthesised(() => out.operand(operand, precedence.any));
    },
  };
}

/** A cast in parentheses, `(T)(…)`. */
export function conversion(type: Node, operands: readonly Node[]): Node {
  return {
    precedence: precedence.cast,
    left(out) {
      out.parenthesised(() => out.print(type));
      out.parenthesised(() => out.list(operands));
    },
  };
}

export function braced(type: Node | undefined, elements: readonly Node[]): Node {
  return {
    left(out) {
      if (type !== undefined) out.print(type);
      out.write("{");
      out.list(elements);
      out.write("}");
    },
  };
}

export function fold(direction: "left" | "right", operator: string, pack: Node, initial: Node | undefined): Node {
  return {
    left(out) {
      const printPack = (): void => out.parenthesised(() => out.print(packExpansion(pack)));
      const printInitial = (): void => {
        if (initial !== undefined) out.operand(initial, precedence.cast, "or as tight");
      };
      out.parenthesised(() => {
        if (direction === "right" || initial !== undefined) {
          direction === "left" ? printInitial() : printPack();
          out.write(` ${operator} `);
        }
        out.write("...");
        if (direction === "left" || initial !== undefined) {
          out.write(` ${operator} `);
          direction === "left" ? printPack() : printInitial();
        }
      });
    },
  };
}
