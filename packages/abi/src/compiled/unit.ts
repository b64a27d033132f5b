import type { CoreFunction, LateFunction } from "../canonical/canonical-abi.ts";

/** A function that was made of text, and what makes it forget the guest. */
export interface Linked {
  readonly call: CallableFunction;
  /** Puts this in the place of the guest's functions. */
  readonly release: (refuse: () => never) => void;
}

/**
 * The text of one function in the making. Whatever it works with comes in by a table and is addressed by its index: no
 * name and no other text from a type gets into the code.
 *
 * Engines share compiled code and its type feedback between equal texts. Two plugins that did so would see each other's
 * call targets and lose the inlining, so a random comment makes each text another.
 */
export class Unit {
  /** Whether the function is an `async` one. */
  isAsync = false;
  readonly #constants = new Map<unknown, string>();
  readonly #callees: object[] = [];
  readonly #lines: string[] = [];
  #variables = 0;

  /** The name of a value in the code. */
  constant(value: unknown): string {
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const name = `c${this.#constants.size}`;
    this.#constants.set(value, name);
    return name;
  }

  /** The expression for a guest's function, which {@link Linked.release} forgets. */
  callee(value: CoreFunction | LateFunction): string {
    const name = `f${this.#callees.push(value) - 1}`;
    if (typeof value === "function") return name;
    return `(typeof ${name}==="function"?${name}:${name}=${name}.function)`;
  }

  /** A new name for a variable. */
  variable(): string {
    return `t${this.#variables++}`;
  }

  isLast(text: string): boolean {
    return this.#lines.at(-1) === text;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  link(...params: readonly string[]): Linked & { readonly size: number } {
    const constants = [...this.#constants.values()].map((name, index) => `const ${name}=c[${index}];`);
    const callees = this.#callees.map((_, index) => `f${index}`);
    const forget = this.#callees.map((_, index) => `f${index}=r;`);
    // The functions are in a scope of their own: V8 takes what may change for constant only where there is little beside it.
    const text = `"use strict";//${Math.random()}
${constants.join("")}
return(function(${callees.join(",")}){return{call:${this.isAsync ? "async " : ""}function(${params.join(",")}){
${this.#lines.join("\n")}
},release(r){${forget.join("")}}}})(...f)`;
    const factory = new Function("c", "f", text) as (c: readonly unknown[], f: readonly unknown[]) => Linked;
    const { call, release } = factory([...this.#constants.keys()], this.#callees);
    // Functions in the table may have been made where the unit was, and keep it.
    this.#constants.clear();
    this.#callees.length = 0;
    this.#lines.length = 0;
    return { call, release, size: text.length };
  }
}
