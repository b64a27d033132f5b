import type { HandleType, ResourceMapping, ResourceType } from "@polyplug/abi";
import type { Destructor, LinkPlan } from "@polyplug/component";
import type { HostElsewhere } from "../../intercept/boundary.ts";
import { resourcesOf } from "../../typed/resource-drops.ts";

/** The resources of a plugin that are objects on the side of its host, and numbers on its own. */
export interface DistantResources {
  /** The number itself for such resources, and what `near` makes of others, WASI's for instance. */
  mapping(near: ResourceMapping): ResourceMapping;
  /** What ends one that the host implements; undefined for others. */
  destructor(resource: ResourceType): Destructor | undefined;
}

export function distantResources({ world, resources }: LinkPlan, host: HostElsewhere): DistantResources {
  const hosts = new Map<ResourceType, number>();
  for (const [index, [resource, owner]] of [...resourcesOf(world.imports)].entries()) {
    if (owner !== undefined && host.provides(owner)) hosts.set(resource, index);
  }
  const isDistant = ({ resource }: HandleType): boolean => resources.has(resource) || hosts.has(resource);
  return {
    mapping: (near) => ({
      lift: (type, rep) => (isDistant(type) ? rep : near.lift(type, rep)),
      lower(type, value) {
        if (!isDistant(type)) return near.lower(type, value);
        return typeof value === "number" ? value : undefined;
      },
      giveBack(type, value, rep) {
        if (!isDistant(type)) near.giveBack?.(type, value, rep);
      },
    }),
    destructor(resource) {
      const index = hosts.get(resource);
      return index === undefined ? undefined : (rep) => host.dropped(index, rep);
    },
  };
}
