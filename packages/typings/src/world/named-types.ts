import type { FunctionType, Item, ResourceType, ValueType } from "@polyplug/abi";
import type { Member, Owner } from "./owner.ts";
import { partsOf } from "./parts-of.ts";
import type { IsApart } from "./place.ts";

/** A type or a resource under a name that an interface or a world has for it. */
export interface NamedType {
  readonly owner: Owner;
  readonly label: string;
  readonly type: ValueType | ResourceType;
}

export interface NamedTypes {
  /** The first name of each. */
  readonly homes: ReadonlyMap<ValueType | ResourceType, NamedType>;
  /** Other names, as far as they differ from the first one and from each other. */
  readonly aliases: readonly NamedType[];
}

/** The named types of a world: all of them, but for those that are declared apart and that nothing else is made of. */
export function namedTypes(owners: readonly Owner[], isApart: IsApart): NamedTypes {
  const needed = neededTypes(owners, isApart);
  const homes = new Map<ValueType | ResourceType, NamedType>();
  const labels = new Map<ValueType | ResourceType, Set<string>>();
  const aliases: NamedType[] = [];
  for (const owner of owners) {
    for (const [label, item] of owner.items) {
      const type = namedBy(item);
      if (type === undefined || !needed.has(type)) continue;
      const named = { owner, label, type };
      const known = labels.get(type);
      if (known === undefined) {
        homes.set(type, named);
        labels.set(type, new Set([label]));
      } else if (!known.has(label) && !isApart(owner.place)) {
        known.add(label);
        aliases.push(named);
      }
    }
  }
  return { homes, aliases };
}

function namedBy(item: Item): ValueType | ResourceType | undefined {
  if (item.kind === "type") return item.type;
  return item.kind === "resource" ? item.resource : undefined;
}

/** What is named or used where it is not apart, with all that it is made of, methods of resources included. */
function neededTypes(owners: readonly Owner[], isApart: IsApart): ReadonlySet<ValueType | ResourceType> {
  const methods = methodsOf(owners);
  const needed = new Set<ValueType | ResourceType>();
  const left = owners.flatMap(({ place, items }) => (isApart(place) ? [] : [...items.values()].flatMap(typesOf)));
  for (let type = left.pop(); type !== undefined; type = left.pop()) {
    if (needed.has(type)) continue;
    needed.add(type);
    const parts =
      "kind" in type ? partsOf(type) : (methods.get(type) ?? []).flatMap((method) => signature(method.type));
    for (const part of parts) left.push(part);
  }
  return needed;
}

function typesOf(item: Item): readonly (ValueType | ResourceType)[] {
  return item.kind === "function" ? signature(item.type) : [item.kind === "type" ? item.type : item.resource];
}

function signature({ params, result }: FunctionType): readonly ValueType[] {
  return [...params.map(({ type }) => type), ...(result === undefined ? [] : [result])];
}

function methodsOf(owners: readonly Owner[]): ReadonlyMap<ResourceType, readonly Member[]> {
  const methods = new Map<ResourceType, readonly Member[]>();
  for (const { items, resources } of owners) {
    for (const [label, members] of resources) {
      const item = items.get(label);
      if (item?.kind === "resource" && members.methods.length > 0) methods.set(item.resource, members.methods);
    }
  }
  return methods;
}
