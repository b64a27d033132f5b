import type { Item, World } from "@polyplug/abi";
import { type Owner, ownerOf } from "./owner.ts";
import type { Place } from "./place.ts";

/** One side of a world. */
export interface Side {
  /** What stands in the world itself. */
  readonly own: Owner;
  readonly interfaces: readonly Owner[];
}

/** What a world imports or exports, in the order of declaration. */
export function sideOf(world: World, side: Place["side"]): Side {
  const own = new Map<string, Item>();
  const interfaces: Owner[] = [];
  for (const [name, item] of world[side]) {
    if (item.kind === "interface") interfaces.push(ownerOf({ side, interface: name }, item.items));
    else own.set(name, item);
  }
  return { own: ownerOf({ side, interface: undefined }, own), interfaces };
}
