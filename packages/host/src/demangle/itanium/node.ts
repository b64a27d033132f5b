import type { Printer } from "./printer.ts";

/**
 * A part of a parsed symbol that can print itself. A declarator surrounds its name in C++, so a type prints in two
 * halves: `int (*` and `)(char)`.
 */
export interface Node {
  left?(out: Printer): void;
  right?(out: Printer): void;
  /** Whether this has a right half, and whether a pointer to it must put itself in parentheses. */
  declarator?(out: Printer): Declarator | undefined;
  /** The node that this stands for where it is printed: an element of a parameter pack, or an argument parsed later. */
  resolve?(out: Printer): Node | undefined;
  /** The references of this type, so that `T&&` with `T = int&` prints as `int&`. */
  readonly reference?: Reference;
  /** The arguments, where this is a pack of them. */
  readonly pack?: readonly Node[];
  /** What a constructor of this class is called. */
  readonly baseName?: string;
  /** How tightly an expression binds; without it the expression is never put in parentheses. */
  readonly precedence?: Precedence;
}

/** A pointer to an array or a function "wraps" it: it has a right half as well, but needs no parentheses any more. */
export type Declarator = "array" | "function" | "wrapped";

export interface Reference {
  readonly sigil: "&" | "&&";
  readonly to: Node;
}

/** The C++ operators' precedences, tightest first. */
export const precedence = {
  primary: 0,
  postfix: 1,
  unary: 2,
  cast: 3,
  memberPointer: 4,
  multiplicative: 5,
  additive: 6,
  shift: 7,
  spaceship: 8,
  relational: 9,
  equality: 10,
  and: 11,
  xor: 12,
  or: 13,
  andIf: 14,
  orIf: 15,
  conditional: 16,
  assign: 17,
  comma: 18,
  any: 19,
} as const;

export type Precedence = (typeof precedence)[keyof typeof precedence];

/** A name or a piece of text that needs no structure. */
export function text(value: string, baseName: string = value): Node {
  return { left: (out) => out.write(value), baseName };
}

/** Several parts in a row, each printed whole. */
export function sequence(...parts: readonly (Node | string)[]): Node {
  return {
    left(out) {
      for (const part of parts) typeof part === "string" ? out.write(part) : out.print(part);
    },
  };
}
