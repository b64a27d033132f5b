import type { FunctionType, Parameter } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { EnumType, FlagsType, RecordType, ValueType, VariantCase, VariantType } from "../types/value-type.ts";

/** By what name a type or a resource is known where it is printed; undefined where it has none. */
export type TypeNames = (type: ValueType | ResourceType) => string | undefined;

/** Counts what was printed, so that a type that contains itself many times over ends somewhere. */
export class TypePrinter {
  readonly #names: TypeNames;
  #left: number;

  /** Behind `longest` characters, or little more, it only prints `…`. */
  constructor(names: TypeNames, longest: number) {
    this.#names = names;
    this.#left = longest;
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
      case "variant":
      case "flags":
      case "enum":
        return `${this.#word(type.kind)} { ${this.members(type).join(", ")} }`;
      case "own":
        return this.#resource(type.resource);
      case "borrow":
        return `borrow<${this.#resource(type.resource)}>`;
      default:
        return this.#word(type.kind);
    }
  }

  signature({ params, result }: FunctionType): string {
    const list = this.#each(params, (param) => this.parameter(param)).join(", ");
    return `(${list})${result === undefined ? "" : ` -> ${this.print(result)}`}`;
  }

  #word(word: string): string {
    const cut = word.length > this.#left ? `${word.slice(0, Math.max(this.#left, 0))}…` : word;
    this.#left -= cut.length;
    return cut;
  }

  #generic(word: string, types: readonly ValueType[]): string {
    return `${this.#word(word)}<${this.#each(types, (type) => this.print(type)).join(", ")}>`;
  }

  #result(ok: ValueType | undefined, err: ValueType | undefined): string {
    if (err === undefined) return ok === undefined ? this.#word("result") : this.#generic("result", [ok]);
    if (ok !== undefined) return this.#generic("result", [ok, err]);
    return `${this.#word("result")}<_, ${this.print(err)}>`;
  }

  #resource(resource: ResourceType): string {
    return this.#word(this.#names(resource) ?? resource.name);
  }

  /** What stands between the braces. */
  members(type: RecordType | VariantType | FlagsType | EnumType): string[] {
    switch (type.kind) {
      case "record":
        return this.#each(type.fields, (field) => this.parameter(field));
      case "variant":
        return this.#each(type.cases, (one) => this.case(one));
      default:
        return this.#each(type.labels, (label) => this.#word(label));
    }
  }

  parameter({ name, type }: Parameter): string {
    return `${this.#word(name)}: ${this.print(type)}`;
  }

  case({ name, type }: VariantCase): string {
    return type === undefined ? this.#word(name) : `${this.#word(name)}(${this.print(type)})`;
  }

  #each<T>(parts: readonly T[], print: (part: T) => string): string[] {
    const printed: string[] = [];
    for (const part of parts) {
      if (this.#left <= 0) {
        printed.push("…");
        break;
      }
      printed.push(print(part));
    }
    return printed;
  }
}
