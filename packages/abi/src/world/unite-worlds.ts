import type { ResourceType } from "../types/resource-type.ts";
import type { ValueType } from "../types/value-type.ts";
import { SameTypes } from "./same-types.ts";
import { TypeTranslation } from "./type-translation.ts";
import type { Interface, Item, World, WorldItems } from "./world.ts";

/** Something that has one name in both worlds. */
type Shared = readonly [path: string, first: Item | Interface, second: Item | Interface];

/**
 * One world that asks and offers what both do, as if it had been written in one piece: what has one name in both is one
 * thing, of the first world. `conflict` gives the error where a name stands for different things.
 */
export function uniteWorlds(first: World, second: World, conflict: (path: string) => Error): World {
  const shared = [...sharedItems(first.imports, second.imports), ...sharedItems(first.exports, second.exports)];
  const resources = new Map<ResourceType, ResourceType>();
  for (const [path, one, other] of shared) {
    if (one.kind !== "resource" || other.kind !== "resource") continue;
    if ((resources.get(other.resource) ?? one.resource) !== one.resource) throw conflict(path);
    resources.set(other.resource, one.resource);
  }
  const same = new SameTypes((resource) => resources.get(resource));
  const types = new Map<ValueType, ValueType>();
  for (const [path, one, other] of shared) {
    if (!isSame(same, one, other)) throw conflict(path);
    if (one.kind === "type" && other.kind === "type") types.set(other.type, one.type);
  }
  const translation = new TypeTranslation(types, resources);
  return {
    name: first.name,
    imports: unite(first.imports, second.imports, translation),
    exports: unite(first.exports, second.exports, translation),
  };
}

function* sharedItems(first: WorldItems, second: WorldItems, owner = ""): Generator<Shared> {
  for (const [name, other] of second) {
    const one = first.get(name);
    if (one === undefined) continue;
    yield [`${owner}${name}`, one, other];
    if (one.kind === "interface" && other.kind === "interface") yield* sharedItems(one.items, other.items, `${name}#`);
  }
}

function isSame(same: SameTypes, one: Item | Interface, other: Item | Interface): boolean {
  if (one.kind === "function") return other.kind === one.kind && same.functions(one.type, other.type);
  if (one.kind === "type") return other.kind === one.kind && same.values(one.type, other.type);
  return other.kind === one.kind;
}

function unite(first: WorldItems, second: WorldItems, translation: TypeTranslation): WorldItems {
  const items = new Map(first);
  for (const [name, other] of second) {
    const one = first.get(name);
    if (other.kind === "interface") {
      items.set(name, uniteInterfaces(one?.kind === "interface" ? one.items : new Map(), other.items, translation));
    } else if (one === undefined) items.set(name, translate(other, translation));
  }
  return items;
}

function uniteInterfaces(
  first: Interface["items"],
  second: Interface["items"],
  translation: TypeTranslation,
): Interface {
  const items = new Map(first);
  for (const [name, other] of second) if (!items.has(name)) items.set(name, translate(other, translation));
  return { kind: "interface", items };
}

function translate(item: Item, translation: TypeTranslation): Item {
  if (item.kind === "function") return { kind: "function", type: translation.function(item.type) };
  if (item.kind === "type") return { kind: "type", type: translation.value(item.type) };
  return { kind: "resource", resource: translation.resource(item.resource) };
}
