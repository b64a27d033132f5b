import {
  camelCase,
  type FunctionType,
  type Interface,
  type Item,
  type ResourceType,
  type ValueType,
  type World,
  type WorldItems,
} from "@polyplug/abi";
import type { Documentation } from "@polyplug/typings";
import fc from "fast-check";

/** What arbitrary worlds call things, and say of them. */
export interface Words {
  readonly label: fc.Arbitrary<string>;
  readonly id: fc.Arbitrary<string>;
  readonly comment: fc.Arbitrary<string>;
}

export interface DocumentedWorld {
  readonly world: World;
  readonly docs: Documentation;
}

export function arbitraryWorld(words: Words): fc.Arbitrary<DocumentedWorld> {
  return fc.gen().map((gen) => new WorldMaker(gen, words).world());
}

const primitives = ["bool", "char", "string", "u8", "s16", "u32", "s64", "u64", "f32", "f64"] as const;

class WorldMaker {
  readonly #gen: fc.GeneratorValue;
  readonly #words: Words;
  readonly #types: ValueType[] = [];
  readonly #resources: ResourceType[] = [];

  constructor(gen: fc.GeneratorValue, words: Words) {
    this.#gen = gen;
    this.#words = words;
  }

  world(): DocumentedWorld {
    const [name, comments] = [this.#gen(() => this.#words.id), this.#gen(() => fc.array(this.#words.comment))];
    const [imports, exports] = [this.#side(), this.#side()];
    const commentOf = (text: string): string | undefined => comments[text.length % (comments.length + 1)];
    const docs: Documentation = {
      world: commentOf(name),
      interface: (_, id) => commentOf(id),
      item: (_, item, member = "") => commentOf(item + member),
    };
    return { world: { name, imports, exports }, docs };
  }

  #side(): WorldItems {
    const ids = this.#gen(() => fc.uniqueArray(this.#words.id, { maxLength: 3 }));
    const side = new Map<string, Item | Interface>();
    for (const id of ids) side.set(id, { kind: "interface", items: this.#items() });
    for (const [name, item] of this.#items()) {
      if (!ids.includes(name) && item.kind !== "resource" && !name.startsWith("[")) side.set(name, item);
    }
    return side;
  }

  #items(): ReadonlyMap<string, Item> {
    const items = new Map<string, Item>();
    for (const label of this.#labels(6)) {
      const kind = this.#pick("type", "type", "resource", "function", "function", "use");
      if (kind === "function") items.set(label, this.#function(label));
      else if (kind === "type") items.set(label, this.#namedType());
      else if (kind === "resource") this.#addResource(label, items);
      else if (this.#types.length > 0) items.set(label, { kind: "type", type: this.#pick(...this.#types) });
    }
    return items;
  }

  #addResource(label: string, items: Map<string, Item>): void {
    const resource = { name: label };
    this.#resources.push(resource);
    items.set(label, { kind: "resource", resource });
    const self = { name: "self", type: { kind: "borrow", resource } } as const;
    if (this.#pick(true, false)) {
      const { params } = this.#function(label).type;
      items.set(`[constructor]${label}`, { kind: "function", type: { params, result: { kind: "own", resource } } });
    }
    for (const name of this.#labels(3)) {
      const isStatic = this.#pick(true, false);
      const { params, result } = this.#function(name).type;
      const type = { params: isStatic ? params : [self, ...params], result };
      items.set(`[${isStatic ? "static" : "method"}]${label}.${name}`, { kind: "function", type });
    }
  }

  #function(_: string): { readonly kind: "function"; readonly type: FunctionType } {
    const params = this.#labels(5).map((name) => ({ name, type: this.#type(2) }));
    return { kind: "function", type: { params, result: this.#pick(undefined, this.#type(3)) } };
  }

  #namedType(): Item {
    const type = this.#pick(this.#structure(), this.#structure(), this.#type(2));
    this.#types.push(type);
    return { kind: "type", type };
  }

  /** What has to have a name. */
  #structure(): ValueType {
    const labels = this.#labels(6, 1);
    const [first = "", ...more] = labels;
    switch (this.#pick("record", "variant", "enum", "flags")) {
      case "record":
        return { kind: "record", fields: labels.map((name) => ({ name, type: this.#type(2) })) };
      case "variant":
        return { kind: "variant", cases: labels.map((name) => ({ name, type: this.#pick(undefined, this.#type(2)) })) };
      case "enum":
        return { kind: "enum", labels: [first, ...more] };
      default:
        return { kind: "flags", labels };
    }
  }

  #type(depth: number): ValueType {
    if (depth === 0) return { kind: this.#pick(...primitives) };
    const part = (): ValueType => this.#type(depth - 1);
    switch (this.#pick("primitive", "named", "handle", "list", "tuple", "option", "result")) {
      case "named":
        return this.#types.length === 0 ? part() : this.#pick(...this.#types);
      case "handle":
        return this.#resources.length === 0
          ? part()
          : { kind: this.#pick("own", "borrow"), resource: this.#pick(...this.#resources) };
      case "list":
        return { kind: "list", element: part() };
      case "tuple":
        return { kind: "tuple", types: Array.from({ length: this.#pick(1, 2, 3, 9) }, part) };
      case "option":
        return { kind: "option", type: part() };
      case "result":
        return { kind: "result", ok: this.#pick(undefined, part()), err: this.#pick(undefined, part()) };
      default:
        return { kind: this.#pick(...primitives) };
    }
  }

  /** Such as are told apart in JavaScript. */
  #labels(most: number, least = 0): string[] {
    const { label } = this.#words;
    return this.#gen(() => fc.uniqueArray(label, { minLength: least, maxLength: most, selector: camelCase }));
  }

  #pick<const T>(...from: readonly T[]): T {
    return this.#gen(() => fc.constantFrom(...from));
  }
}
