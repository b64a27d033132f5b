import type { FunctionType, Item, ResourceType, ValueType, World, WorldItems } from "@polyplug/abi";
import { expect } from "vitest";

/** The items of an interface that is there. */
export function itemsOf(items: WorldItems, id: string): ReadonlyMap<string, Item> {
  const item = items.get(id);
  if (item?.kind === "interface") return item.items;
  expect.unreachable(`there is no interface ${id}`);
}

export function functionOf(items: WorldItems, name: string): FunctionType {
  const item = items.get(name);
  if (item?.kind === "function") return item.type;
  expect.unreachable(`there is no function ${name}`);
}

export function typeOf(items: WorldItems, name: string): ValueType {
  const item = items.get(name);
  if (item?.kind === "type") return item.type;
  expect.unreachable(`there is no type ${name}`);
}

export function resourceOf(items: WorldItems, name: string): ResourceType {
  const item = items.get(name);
  if (item?.kind === "resource") return item.resource;
  expect.unreachable(`there is no resource ${name}`);
}

/** A world without a name. */
export function worldOf(imports: WorldItems, exports: WorldItems = new Map()): World {
  return { name: undefined, imports, exports };
}
