import type { Item, Owned, ResourceType, World, WorldItems } from "@polyplug/abi";

/** What a resource is called, and whose it is. */
export interface ResourceName extends Owned {
  readonly resource: string;
}

/** The resources that a plugin of this world implements, each by the first of its names. */
export function ownResources({ imports, exports }: World): ReadonlyMap<ResourceType, ResourceName> {
  const given = resourcesOf(imports);
  return new Map([...resourcesOf(exports)].filter(([resource]) => !given.has(resource)));
}

function resourcesOf(items: WorldItems): Map<ResourceType, ResourceName> {
  const found = new Map<ResourceType, ResourceName>();
  const visit = (item: Item, name: ResourceName): void => {
    if (item.kind === "resource" && !found.has(item.resource)) found.set(item.resource, name);
  };
  for (const [name, item] of items) {
    if (item.kind !== "interface") visit(item, { interface: undefined, resource: name });
    else for (const [inner, part] of item.items) visit(part, { interface: name, resource: inner });
  }
  return found;
}
