import { compatibleInterfaceId, type Item, type Owned, type WorldItems } from "@polyplug/abi";

/** An item, and the whole id of its interface; undefined for an item of the world itself. */
export interface FoundItem extends Owned {
  readonly item: Item;
}

/**
 * Finds items of one side of a world by what a core name says of them, be the version whole there or cut to its track. An
 * interface of the very id comes first; of several on the track it is the latest, as it is for contracts, and where a
 * component is made of the module.
 */
export class ItemLookup {
  readonly #items: WorldItems;
  /** By the id with the version cut. */
  readonly #latest: ReadonlyMap<string, string>;

  constructor(items: WorldItems) {
    this.#items = items;
    this.#latest = latestOf(items.keys());
  }

  find(owner: string | undefined, name: string): FoundItem | undefined {
    if (owner === undefined) {
      const item = this.#items.get(name);
      return item === undefined || item.kind === "interface" ? undefined : { interface: undefined, item };
    }
    const id = this.#items.has(owner) ? owner : this.#latest.get(owner);
    const holder = id === undefined ? undefined : this.#items.get(id);
    const item = holder?.kind === "interface" ? holder.items.get(name) : undefined;
    return item && { interface: id, item };
  }
}

function latestOf(ids: Iterable<string>): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const id of ids) {
    const track = compatibleInterfaceId(id);
    const other = latest.get(track);
    // On one track, ids differ in the numbers of their versions alone.
    if (other === undefined || id.localeCompare(other, "en", { numeric: true }) > 0) latest.set(track, id);
  }
  return latest;
}
