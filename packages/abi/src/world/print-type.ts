import type { FunctionType, Parameter } from "../types/function-type.ts";
import type { ValueType, VariantCase } from "../types/value-type.ts";

/** By what name a type is known where it is printed; undefined where it has none. */
export type TypeNames = (type: ValueType) => string | undefined;

const longest = 240;

/**
 * A type as WIT writes it, for people: a type that has a name by that, one without in full. Ends in `…` where it
 * would be longer than some three lines.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md#types | WIT, types}.
 */
export function printType(type: ValueType, names: TypeNames = () => undefined): string {
  return new TypePrinter(names).print(type);
}

/** The same with the outermost type in full, though it have a name: what follows the `=` of its definition. */
export function printStructure(type: ValueType, names: TypeNames): string {
  return new TypePrinter(names).structure(type);
}

/** A case as it stands in a variant: `circle(u32)`. */
export function printCase(one: VariantCase, names: TypeNames): string {
  return new TypePrinter(names).case(one);
}

/** `(text: string) -> u32`. */
export function printSignature({ params, result }: FunctionType, names: TypeNames): string {
  return new TypePrinter(names).signature(params, result);
}

/** Counts what was printed, so that a type that contains itself many times over ends somewhere. */
class TypePrinter {
  readonly #names: TypeNames;
  #left = longest;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  print(type: ValueType): string {
    const name = this.#names(type);
    return name === undefined ? this.structure(type) : this.#word(name);
  }

  structure(type: ValueType): string {
    if (this.#left <= 0) return "…";
    switch (type.kind) {
      case "unsupported":
        return this.#word(type.text);
      case "list":
      case "option":
        return this.#generic(type.kind, [type.kind === "list" ? type.element : type.type]);
      case "tuple":
        return this.#generic(type.kind, type.types);
      case "result":
        return this.#result(type.ok, type.err);
      case "record":
        return this.#braced("record", type.fields, (field) => `${this.#word(field.name)}: ${this.print(field.type)}`);
      case "variant":
        return this.#braced("variant", type.cases, (one) => this.case(one));
      case "flags":
      case "enum":
        return this.#braced(type.kind, type.labels, (label) => this.#word(label));
      case "own":
        return this.#word(type.resource.name);
      case "borrow":
        return `borrow<${this.#word(type.resource.name)}>`;
      default:
        return this.#word(type.kind);
    }
  }

  signature(params: readonly Parameter[], result: ValueType | undefined): string {
    const list = this.#list(params, ({ name, type }) => `${this.#word(name)}: ${this.print(type)}`);
    return `(${list})${result === undefined ? "" : ` -> ${this.print(result)}`}`;
  }

  #word(word: string): string {
    const cut = word.length > this.#left ? `${word.slice(0, Math.max(this.#left, 0))}…` : word;
    this.#left -= cut.length;
    return cut;
  }

  #generic(word: string, types: readonly ValueType[]): string {
    return `${this.#word(word)}<${this.#list(types, (type) => this.print(type))}>`;
  }

  #result(ok: ValueType | undefined, err: ValueType | undefined): string {
    if (err === undefined) return ok === undefined ? this.#word("result") : this.#generic("result", [ok]);
    if (ok !== undefined) return this.#generic("result", [ok, err]);
    return `${this.#word("result")}<_, ${this.print(err)}>`;
  }

  #braced<T>(word: string, parts: readonly T[], print: (part: T) => string): string {
    return `${this.#word(word)} { ${this.#list(parts, print)} }`;
  }

  case({ name, type }: VariantCase): string {
    return type === undefined ? this.#word(name) : `${this.#word(name)}(${this.print(type)})`;
  }

  #list<T>(parts: readonly T[], print: (part: T) => string): string {
    const printed: string[] = [];
    for (const part of parts) {
      if (this.#left <= 0) {
        printed.push("…");
        break;
      }
      printed.push(print(part));
    }
    return printed.join(", ");
  }
}
