import type { ByteReader } from "../../byte-reader.ts";
import type { RecGroup, SubType } from "../../composite-type.ts";
import type { TypeDraft } from "../../decode/type-section.ts";
import { limits } from "../../limits.ts";
import type { IndexSpaces } from "../../module.ts";
import type { Sort } from "../sort.ts";
import { Budget } from "./budget.ts";

/** What kind of type an item is or has, as far as it shows without following instances. */
export type TypeKind = "value" | "resource" | "func" | "component" | "instance" | "core module" | "core type";

/** What is kept of an item of an index space: enough to refuse what is plainly wrong, and what nests without end. */
export interface Item {
  readonly kind: TypeKind | undefined;
  /** How many types lie within each other in it. For what comes out of an instance it is that of the whole instance. */
  readonly depth: number;
}

export const plainItem: Item = { kind: undefined, depth: 0 };

const most: Readonly<Partial<Record<Sort, number>>> = {
  "core module": limits.modulesAndComponents,
  component: limits.modulesAndComponents,
  "core instance": limits.instances,
  instance: limits.instances,
  value: limits.values,
};

/**
 * The index spaces of one component, or of one type that has some, while it is read: what an index may refer to is what
 * is here already. The core types are those that core types of the same scope may name.
 */
export class ComponentScope implements TypeDraft {
  readonly kind: "component" | "component type" | "instance type" | "module type";
  readonly outer: ComponentScope | undefined;
  readonly imports: Map<string, Sort> = new Map();
  readonly exports: Map<string, Sort> = new Map();
  readonly budget: Budget;
  /** The depth of the deepest item here. */
  deepest = 0;
  /** The depth of the deepest item that was referred to since somebody set this to 0. */
  reach = 0;
  readonly types: (SubType | undefined)[] = [];
  readonly recGroups: RecGroup[] = [];
  readonly supertypeDepths: number[] = [];
  typesInScope = 0;
  readonly indexSpaces: IndexSpaces = { functions: [], tables: [], memories: [], globals: [], tags: [] };
  readonly #items: Partial<Record<Sort, Item[]>> = {};
  readonly #nesting: number;

  constructor(kind: ComponentScope["kind"], outer: ComponentScope | undefined, reader: ByteReader) {
    this.kind = kind;
    this.outer = outer;
    this.budget = outer?.budget ?? new Budget();
    this.#nesting = outer === undefined ? 0 : outer.#nesting + 1;
    if (this.#nesting > limits.componentNesting) {
      throw reader.unsupported(`components and types lie more than ${limits.componentNesting} deep in each other`);
    }
  }

  count(sort: Sort): number {
    return this.#items[sort]?.length ?? 0;
  }

  item(sort: Sort, index: number): Item | undefined {
    return this.#items[sort]?.[index];
  }

  /** Gives the next index of `sort` to an item. */
  add(reader: ByteReader, sort: Sort, item: Item, start: number): void {
    this.#items[sort] ??= [];
    const items = this.#items[sort];
    const bound = most[sort] ?? limits.componentIndexSpace;
    if (items.length >= bound) {
      throw reader.unsupported(`${this.kind} has more than ${bound} items of the sort ${sort}`, start);
    }
    if (item.depth > limits.typeDepth) {
      throw reader.unsupported(`types lie more than ${limits.typeDepth} deep in each other`, start);
    }
    this.deepest = Math.max(this.deepest, item.depth);
    items.push(item);
  }

  /** Adds a core type that was not read as part of a recursion group: one that stands elsewhere, or a module's. */
  addCoreType(reader: ByteReader, item: Item, start: number, type?: SubType, supertypeDepth = 0): void {
    this.add(reader, "core type", item, start);
    this.types.push(type);
    this.supertypeDepths.push(supertypeDepth);
    this.typesInScope = this.types.length;
  }

  /** A list of up to `most` entries, which count against the bound of the whole file as well. */
  list<T>(reader: ByteReader, noun: string, most: number, read: () => T): T[] {
    const start = reader.offset;
    const count = reader.count(noun, { most, leastBytes: 1 });
    this.budget.spend(reader, count, start);
    return reader.times(count, noun, read);
  }

  /** The scope `count` outward; this one is 0. */
  outward(count: number): ComponentScope | undefined {
    let scope: ComponentScope | undefined = this;
    for (let left = count; left > 0 && scope !== undefined; left--) scope = scope.outer;
    return scope;
  }
}
