import type { FunctionType } from "../types/function-type.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";

/** Puts types that speak of one world's resources and named types into words of another's. */
export class TypeTranslation {
  readonly #types: Map<ValueType, ValueType>;
  readonly #resources: ReadonlyMap<ResourceType, ResourceType>;

  /** The types and resources that both have, by those of the world that is translated. */
  constructor(types: ReadonlyMap<ValueType, ValueType>, resources: ReadonlyMap<ResourceType, ResourceType>) {
    this.#types = new Map(types);
    this.#resources = resources;
  }

  resource(resource: ResourceType): ResourceType {
    return this.#resources.get(resource) ?? resource;
  }

  function(type: FunctionType): FunctionType {
    return {
      ...type,
      params: type.params.map((param) => ({ name: param.name, type: this.value(param.type) })),
      result: this.#maybe(type.result),
    };
  }

  value(type: ValueType): ValueType {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const translated = this.#translate(type);
    this.#types.set(type, translated);
    return translated;
  }

  #maybe(type: ValueType | undefined): ValueType | undefined {
    return type === undefined ? undefined : this.value(type);
  }

  #translate(type: ValueType): ValueType {
    switch (type.kind) {
      case "list":
        return { kind: type.kind, element: this.value(type.element) };
      case "option":
        return { kind: type.kind, type: this.value(type.type) };
      case "tuple":
        return { kind: type.kind, types: type.types.map((part) => this.value(part)) };
      case "result":
        return { kind: type.kind, ok: this.#maybe(type.ok), err: this.#maybe(type.err) };
      case "record":
        return { kind: type.kind, fields: type.fields.map(({ name, type }) => ({ name, type: this.value(type) })) };
      case "variant":
        return { kind: type.kind, cases: type.cases.map(({ name, type }) => ({ name, type: this.#maybe(type) })) };
      case "own":
      case "borrow":
        return { kind: type.kind, resource: this.resource(type.resource) };
      default:
        return type;
    }
  }
}
