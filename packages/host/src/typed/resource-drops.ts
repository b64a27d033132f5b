import type { FunctionType, ResourceType, WorldItems } from "@polyplug/abi";
import type { Destructor, LinkPlan, PlanInstance } from "@polyplug/component";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { Signature, TypedSite } from "../intercept/call-site.ts";
import type { HostResources } from "./host-resources.ts";

/** What ends a resource that the plugin implements, by the number that the plugin knows it by: the object may be gone. */
export function guestDrops({ world }: LinkPlan, instance: Pick<PlanInstance, "destructor">, boundary: Boundary): Drops {
  const drops = new Map<ResourceType, Call>();
  for (const [resource, owner, label] of resourcesOf(world.exports)) {
    const drop: Call = (rep) => instance.destructor(resource)?.(rep as number);
    drops.set(resource, boundary.exported(drop, { direction: "export", ...dropOf(owner, label, byNumber) }));
  }
  return (resource) => drops.get(resource) ?? instance.destructor(resource);
}

/** What ends a resource that the host implements and the plugin owned. */
export function hostDrops({ world }: LinkPlan, hosts: HostResources, boundary: Boundary): Drops {
  const drops = new Map<ResourceType, Call | undefined>();
  for (const [resource, owner, label] of resourcesOf(world.imports)) {
    const signature: Signature = { kind: "wit", type: handingOver(resource) };
    const site: TypedSite = { direction: "import", ...dropOf(owner, label, signature) };
    drops.set(resource, boundary.imported(dispose, site));
  }
  return (resource) => {
    const drop = drops.get(resource) ?? dispose;
    return (rep) => {
      const value = hosts.take(rep);
      if (value !== undefined) drop(value);
    };
  };
}

/** Finds what ends the resources of a type. */
export type Drops = (resource: ResourceType) => Destructor | undefined;

const byNumber: Signature = { kind: "core", params: ["i32"], results: [] };

function handingOver(resource: ResourceType): FunctionType {
  return { params: [{ name: "self", type: { kind: "own", resource } }] };
}

function dropOf(owner: string | undefined, label: string, signature: Signature): Omit<TypedSite, "direction"> {
  return { interface: owner, function: `[resource-drop]${label}`, signature };
}

function dispose(value: unknown): void {
  const end: unknown = Reflect.get(value as object, Symbol.dispose);
  if (typeof end === "function") end.call(value);
}

/** Each resource that these name, by the first of its names. */
export function* resourcesOf(
  items: WorldItems,
): Iterable<[resource: ResourceType, owner: string | undefined, label: string]> {
  const seen = new Set<ResourceType>();
  for (const [id, item] of items) {
    const named = item.kind === "interface" ? item.items : new Map([[id, item]]);
    for (const [label, one] of named) {
      if (one.kind !== "resource" || seen.has(one.resource)) continue;
      seen.add(one.resource);
      yield [one.resource, item.kind === "interface" ? id : undefined, label];
    }
  }
}
