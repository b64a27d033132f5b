import type { FunctionType, Item, ResourceType, ValueType, World, WorldItems } from "@polyplug/abi";

/** A world of these imports and exports. */
export function world(imports: Record<string, WorldItem>, exports: Record<string, WorldItem>): World {
  return { name: "test:plugin/world", imports: itemsOf(imports), exports: itemsOf(exports) };
}

export type WorldItem = Item | Readonly<Record<string, Item>>;

function itemsOf(named: Record<string, WorldItem>): WorldItems {
  return new Map(
    Object.entries(named).map(([name, item]) => [
      name,
      isItem(item) ? item : { kind: "interface", items: new Map(Object.entries(item)) },
    ]),
  );
}

function isItem(item: WorldItem): item is Item {
  return typeof item.kind === "string";
}

/** A function of parameters called `a`, `b`, … */
export function func(params: readonly ValueType[], result?: ValueType): Item {
  return { kind: "function", type: functionType(params, result) };
}

function functionType(params: readonly ValueType[], result?: ValueType): FunctionType {
  return { params: params.map((type, index) => ({ name: String.fromCharCode(97 + index), type })), result };
}

export function resource(type: ResourceType): Item {
  return { kind: "resource", resource: type };
}

export const u32: ValueType = { kind: "u32" };
export const string: ValueType = { kind: "string" };
export const bytes: ValueType = { kind: "list", element: { kind: "u8" } };
