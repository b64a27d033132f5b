import { type Resolution, TypeScope } from "@polyplug/abi";
import type { Sort } from "@polyplug/wasm-binary";
import type { ItemOf, StaticItem } from "./static-item.ts";

/** The index spaces of one instance of a component, while its definitions are carried out. */
export class Frame {
  /** Counts the instances of components in the plan. */
  readonly instance: number;
  /** The frame of the component that this one's component is written in. */
  readonly enclosing: Frame | undefined;
  /** How many components are being instantiated around this one. */
  readonly depth: number;
  readonly scope: TypeScope;
  readonly exports: Map<string, StaticItem> = new Map();
  readonly #resolution: Resolution;
  readonly #items: Partial<Record<Sort, StaticItem[]>> = {};

  constructor(resolution: Resolution, instance: number, depth: number, enclosing?: Frame) {
    this.instance = instance;
    this.depth = depth;
    this.enclosing = enclosing;
    this.scope = new TypeScope(resolution, enclosing?.scope);
    this.#resolution = resolution;
  }

  /** Gives the next index of its sort to an item. */
  add(item: StaticItem): void {
    if (item.sort === "type") {
      this.scope.types.push(item.type);
      return;
    }
    this.#items[item.sort] ??= [];
    this.#items[item.sort]?.push(item);
  }

  get<S extends Sort>(sort: S, index: number, offset: number): ItemOf<S> {
    const item = sort === "type" ? typeItem(this.scope, index, offset) : this.#items[sort]?.[index];
    if (item !== undefined && isOf(item, sort)) return item;
    throw this.#resolution.malformed(`there is no ${sort} ${index}`, offset);
  }

  /** The frame `count` steps outward. */
  outward(count: number, offset: number): Frame {
    let frame: Frame | undefined = this;
    for (let step = 0; step < count; step++) frame = frame?.enclosing;
    if (frame === undefined) throw this.#resolution.malformed(`there is no component ${count} steps outward`, offset);
    return frame;
  }
}

function typeItem(scope: TypeScope, index: number, offset: number): StaticItem {
  return { sort: "type", type: scope.typeAt(index, offset) };
}

function isOf<S extends Sort>(item: StaticItem, sort: S): item is ItemOf<S> {
  return item.sort === sort;
}
