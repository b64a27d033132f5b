import { despecialize, type Item, type ResourceType, type ValueType, type World } from "@polyplug/abi";

/** The resources that a plugin makes, and not those of the host that its exports name too. */
export function exportedResources({ imports, exports }: World): ReadonlySet<ResourceType> {
  const foreign = new Set(resourcesIn(imports));
  return new Set(resourcesIn(exports).filter((resource) => !foreign.has(resource)));
}

/**
 * The functions of a plugin by which it is given its own resources back for good, by their names in WIT. To QuickJS what
 * comes back so is another one, or none.
 */
export function functionsTakingBack(world: World): readonly string[] {
  const own = exportedResources(world);
  return itemsIn(world.exports).flatMap(([name, item]) =>
    item.kind === "function" && item.type.params.some(({ type }) => holds(type, own)) ? [name] : [],
  );
}

function resourcesIn(items: World["exports"]): readonly ResourceType[] {
  return itemsIn(items).flatMap(([, item]) => (item.kind === "resource" ? [item.resource] : []));
}

function itemsIn(items: World["exports"]): readonly (readonly [name: string, item: Item])[] {
  return [...items].flatMap(([name, item]) => (item.kind === "interface" ? [...item.items] : [[name, item] as const]));
}

function holds(type: ValueType, own: ReadonlySet<ResourceType>): boolean {
  const plain = despecialize(type);
  switch (plain.kind) {
    case "own":
      return own.has(plain.resource);
    case "list":
      return holds(plain.element, own);
    case "record":
      return plain.fields.some((field) => holds(field.type, own));
    case "variant":
      return plain.cases.some((one) => one.type !== undefined && holds(one.type, own));
    default:
      return false;
  }
}
