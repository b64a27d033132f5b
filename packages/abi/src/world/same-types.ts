import type { FunctionType } from "../types/function-type.ts";
import { recordFields } from "../types/record-fields.ts";
import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { variantCases } from "../types/variant-cases.ts";

interface Part {
  readonly name: string;
  readonly type?: ValueType | undefined;
}

/**
 * Whether types of two worlds are the same but for their objects, with `resourceOf` the first world's resource for one of
 * the second. Pairs of types are looked at once each.
 */
export class SameTypes {
  readonly #resourceOf: (resource: ResourceType) => ResourceType | undefined;
  readonly #known = new Map<ValueType, Map<ValueType, boolean>>();

  constructor(resourceOf: (resource: ResourceType) => ResourceType | undefined) {
    this.#resourceOf = resourceOf;
  }

  functions(one: FunctionType, other: FunctionType): boolean {
    return (
      (one.async ?? false) === (other.async ?? false) &&
      this.#parts(one.params, other.params) &&
      this.#maybe(one.result, other.result)
    );
  }

  values(one: ValueType, other: ValueType): boolean {
    const answers = this.#known.get(one) ?? new Map<ValueType, boolean>();
    this.#known.set(one, answers);
    const answer = answers.get(other) ?? this.#compare(one, other);
    answers.set(other, answer);
    return answer;
  }

  #compare(one: ValueType, other: ValueType): boolean {
    switch (one.kind) {
      case "unsupported":
        return other.kind === one.kind && one.text === other.text;
      case "list":
        return other.kind === one.kind && this.values(one.element, other.element);
      case "record":
      case "tuple":
        return other.kind === one.kind && this.#parts(recordFields(one), recordFields(other));
      case "variant":
      case "option":
      case "result":
        return other.kind === one.kind && this.#parts(variantCases(one), variantCases(other));
      case "enum":
      case "flags":
        return other.kind === one.kind && one.labels.join() === other.labels.join();
      case "own":
      case "borrow":
        return other.kind === one.kind && this.#resourceOf(other.resource) === one.resource;
      default:
        return other.kind === one.kind;
    }
  }

  #parts(one: readonly Part[], other: readonly Part[]): boolean {
    return (
      one.length === other.length &&
      one.every(({ name, type }, index) => {
        const part = other[index];
        return part?.name === name && this.#maybe(type, part.type);
      })
    );
  }

  #maybe(one: ValueType | undefined, other: ValueType | undefined): boolean {
    return one === undefined || other === undefined ? one === other : this.values(one, other);
  }
}
