import {
  type Binding,
  type FunctionBinding,
  type FunctionType,
  type Interface,
  type ResourceType,
  shortName,
  type WorldItems,
} from "@polyplug/abi";
import type { FunctionItem, LinkPlan, PlanInstance } from "@polyplug/component";
import type { Boundary, Call } from "../intercept/boundary.ts";
import type { TypedSite } from "../intercept/call-site.ts";
import { type Construction, exportedFace, type ResourceClass, sealed } from "./exported-face.ts";
import type { GuestResources } from "./guest-resources.ts";
import { padded } from "./padded.ts";

/**
 * The exports of a plugin as JavaScript has them: functions of its world in camelCase; interfaces under their ids and,
 * where no other is called so, under their own names in camelCase.
 */
export function bindExports(
  { world, exports }: LinkPlan,
  bindings: ReadonlyMap<string, Binding>,
  instance: Pick<PlanInstance, "lift">,
  guests: GuestResources,
  boundary: Boundary,
  construction: Construction = "new",
): object {
  const lift = (item: FunctionItem, { type, arity }: FunctionBinding, name: string, owner?: string): Call => {
    const site: TypedSite = { direction: "export", interface: owner, function: name, signature: { kind: "wit", type } };
    // What only goes through the plugin is in no memory of its.
    const take = item.kind === "import" ? undefined : boundary.taken?.(site);
    const lifted = instance.lift(item, type, take);
    return padded(boundary.exported(lifted, site), arity, type.params.length);
  };
  const interfaces: [string, object][] = [];
  const classes = new Map<ResourceType, ResourceClass>();
  const imported = importedResources(world.imports);
  const functions = new Map<string, Call>();
  for (const [id, binding] of bindings) {
    const name = binding.kind === "interface" ? binding.plugin : id;
    const [item, exported] = [world.exports.get(name), exports.get(name)];
    if (binding.kind === "function") {
      if (exported !== undefined && "kind" in exported) functions.set(id, lift(exported, binding, id));
    } else if (item?.kind === "interface" && exported !== undefined && !("kind" in exported)) {
      const members = { functions: new Map<string, Call>(), resources: resourcesOf(item, imported) };
      for (const [member, bound] of binding.functions) {
        const found = exported.get(member);
        if (found !== undefined) members.functions.set(member, lift(found, bound, member, id));
      }
      interfaces.push([id, sealed(exportedFace(members, guests, classes, construction))]);
    }
  }
  const face = exportedFace({ functions, resources: new Map() }, guests, classes, construction);
  const shorts = interfaces.map(([id]) => shortName(id));
  const sharers = new Map<string, number>();
  for (const short of shorts) sharers.set(short, (sharers.get(short) ?? 0) + 1);
  for (const [index, [id, value]] of interfaces.entries()) {
    const short = shorts[index] ?? id;
    for (const key of sharers.get(short) === 1 ? [id, short] : [id]) {
      if (!Object.hasOwn(face, key)) Object.defineProperty(face, key, { value, enumerable: true });
    }
  }
  return sealed(face);
}

/** What the plugin itself says of its exports, where no contract says otherwise. */
export function ownBindings({ world }: LinkPlan): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const [name, item] of world.exports) {
    if (item.kind === "function") bindings.set(name, ownBinding(item.type));
    if (item.kind !== "interface") continue;
    const functions = new Map<string, FunctionBinding>();
    for (const [member, found] of item.items) {
      if (found.kind === "function") functions.set(member, ownBinding(found.type));
    }
    bindings.set(name, { kind: "interface", plugin: name, contract: name, functions });
  }
  return bindings;
}

function ownBinding(type: FunctionType): FunctionBinding {
  return { kind: "function", type, arity: type.params.length };
}

/** What an interface names and the plugin implements: it may name what the host does too. */
function resourcesOf({ items }: Interface, imported: ReadonlySet<ResourceType>): Map<string, ResourceType> {
  const resources = new Map<string, ResourceType>();
  for (const [label, item] of items) {
    if (item.kind === "resource" && !imported.has(item.resource)) resources.set(label, item.resource);
  }
  return resources;
}

function importedResources(imports: WorldItems): ReadonlySet<ResourceType> {
  const resources = new Set<ResourceType>();
  for (const item of imports.values()) {
    for (const one of item.kind === "interface" ? item.items.values() : [item]) {
      if (one.kind === "resource") resources.add(one.resource);
    }
  }
  return resources;
}
