import type { FunctionType, ResolvedExtern, ResourceType, ValueType } from "@polyplug/abi";
import { expect } from "vitest";

type Items = ReadonlyMap<string, ResolvedExtern>;

/** The items of an interface that is there. */
export function itemsOf(items: Items, id: string): Items {
  const item = items.get(id);
  if (item?.kind === "interface") return item.items;
  expect.unreachable(`there is no interface ${id}`);
}

export function functionOf(items: Items, name: string): FunctionType {
  const item = items.get(name);
  if (item?.kind === "function") return item.type;
  expect.unreachable(`there is no function ${name}`);
}

export function typeOf(items: Items, name: string): ValueType {
  const item = items.get(name);
  if (item?.kind === "type") return item.type;
  expect.unreachable(`there is no type ${name}`);
}

export function resourceOf(items: Items, name: string): ResourceType {
  const item = items.get(name);
  if (item?.kind === "resource") return item.resource;
  expect.unreachable(`there is no resource ${name}`);
}
