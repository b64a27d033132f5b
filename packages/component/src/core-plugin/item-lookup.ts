import { compatibleInterfaceId, type Item, type Owned, type WorldItems } from "@polyplug/abi";

/** An item, and the whole id of its interface; undefined for an item of the world itself. */
export interface FoundItem extends Owned {
  readonly item: Item;
}

/** Finds items of one side of a world by what a core name says of them, be the version whole there or cut to its track. */
export class ItemLookup {
  readonly #items: WorldItems;
  readonly #ids: ReadonlyMap<string, string>;

  constructor(items: WorldItems) {
    this.#items = items;
    this.#ids = new Map([...items.keys()].map((id) => [compatibleInterfaceId(id), id]));
  }

  find(owner: string | undefined, name: string): FoundItem | undefined {
    if (owner === undefined) {
      const item = this.#items.get(name);
      return item === undefined || item.kind === "interface" ? undefined : { interface: undefined, item };
    }
    const id = this.#items.has(owner) ? owner : this.#ids.get(owner);
    const holder = id === undefined ? undefined : this.#items.get(id);
    const item = holder?.kind === "interface" ? holder.items.get(name) : undefined;
    return item && { interface: id, item };
  }
}
