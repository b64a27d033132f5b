import type { NameWriter } from "../name-writer.ts";
import { Work } from "../work.ts";
import { type Declarator, type Node, type Precedence, precedence } from "./node.ts";

/** Which element of the parameter packs is being printed; `size` is learnt from the first pack that is met. */
interface Expansion {
  index: number;
  size: number | undefined;
}

/** Writes nodes. Substitutions share nodes, so the same one is printed often: work is counted here and not while parsing. */
export class Printer {
  readonly #name: NameWriter;
  readonly #work = new Work();
  #expansion: Expansion | undefined;

  constructor(name: NameWriter) {
    this.#name = name;
  }

  /** The last character written. */
  get last(): string {
    return this.#name.text.slice(-1);
  }

  write(text: string): void {
    this.#name.write(text);
  }

  print(node: Node): void {
    this.left(node);
    this.right(node);
  }

  left(node: Node): void {
    this.#work.nested(() => this.#resolve(node)?.left?.(this));
  }

  right(node: Node): void {
    this.#work.nested(() => this.#resolve(node)?.right?.(this));
  }

  declarator(node: Node): Declarator | undefined {
    return this.#work.nested(() => this.#resolve(node)?.declarator?.(this));
  }

  /** The reference that a type is, if it is one. */
  reference(node: Node): Node["reference"] {
    return this.#resolve(node)?.reference;
  }

  /** Prints an operand, in parentheses where it binds no tighter than `limit`, or with "or as tight" not as tight. */
  operand(node: Node, limit: Precedence, equal?: "or as tight"): void {
    const own = node.precedence ?? precedence.primary;
    const needsParentheses = equal === undefined ? own >= limit : own > limit;
    if (needsParentheses) this.parenthesised(() => this.print(node));
    else this.print(node);
  }

  parenthesised(body: () => void): void {
    this.write("(");
    body();
    this.write(")");
  }

  angled(nodes: readonly Node[]): void {
    this.write("<");
    this.list(nodes);
    this.write(">");
  }

  /** Prints nodes with commas between; one that prints nothing, such as an empty pack, has no comma either. */
  list(nodes: readonly Node[]): void {
    let isFirst = true;
    for (const node of nodes) {
      const before = this.#name.text;
      if (!isFirst) this.write(", ");
      const withComma = this.#name.text.length;
      this.operand(node, precedence.comma);
      if (this.#name.text.length === withComma) this.#name.text = before;
      else isFirst = false;
    }
  }

  /** Prints a pattern once for each element of the packs in it. */
  expand(pattern: Node): void {
    const outer = this.#expansion;
    const before = this.#name.text;
    const expansion: Expansion = { index: 0, size: undefined };
    this.#expansion = expansion;
    this.print(pattern);
    if (expansion.size === undefined) this.write("...");
    else if (expansion.size === 0) this.#name.text = before;
    for (expansion.index = 1; expansion.index < (expansion.size ?? 0); expansion.index++) {
      this.write(", ");
      this.print(pattern);
    }
    this.#expansion = outer;
  }

  /** The element of a pack whose turn it is. Outside of an expansion the first one opens an expansion of its own. */
  element(pack: readonly Node[]): Node | undefined {
    this.#expansion ??= { index: 0, size: pack.length };
    this.#expansion.size ??= pack.length;
    return pack[this.#expansion.index];
  }

  #resolve(node: Node): Node | undefined {
    let resolved: Node | undefined = node;
    while (resolved?.resolve !== undefined) {
      const indirect: Node = resolved;
      resolved = this.#work.nested(() => indirect.resolve?.(this));
    }
    return resolved;
  }
}
