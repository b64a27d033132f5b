import type {
  ResolvedWit,
  WitFunction,
  WitInterface,
  WitTypeDefinition,
  WitWorld,
  WitWorldItem,
} from "@polyplug/bindgen";
import type { Place } from "../world/place.ts";
import { commentOf } from "./comment-of.ts";
import { type Documentation, undocumented } from "./documentation.ts";

/** What the comments of WIT sources say on a world, by its id: `acme:text/text-filter@1.0.0`. */
export function documentationOf(wit: ResolvedWit, id: string | undefined): Documentation {
  const world = wit.worlds.find((one) => idOf(wit, one) === id);
  if (world === undefined) return undocumented;
  const items = { imports: worldItems(wit, world.imports), exports: worldItems(wit, world.exports) };
  const interfaceAt = (side: Place["side"], name: string): WitInterface | undefined => {
    const item = items[side].get(name);
    return item !== undefined && "interface" in item ? wit.interfaces[item.interface.id] : undefined;
  };
  return {
    world: commentOf(world),
    interface(side, name) {
      const item = items[side].get(name);
      const listed = item !== undefined && "interface" in item ? commentOf(item.interface) : undefined;
      return listed ?? commentOf(interfaceAt(side, name));
    },
    item({ side, interface: owner }, name, member) {
      const found =
        owner === undefined ? itemOfWorld(wit, items[side].get(name)) : itemOf(wit, interfaceAt(side, owner), name);
      if (found === undefined || member === undefined) return commentOf(found);
      return "params" in found ? undefined : commentOf(labelsOf(found).find((label) => label.name === member));
    },
  };
}

/** By the names that the binary form has: interfaces by their ids. */
function worldItems(wit: ResolvedWit, items: WitWorld["imports"]): ReadonlyMap<string, WitWorldItem> {
  return new Map(
    Object.entries(items).map(([name, item]) => {
      const named = "interface" in item ? wit.interfaces[item.interface.id] : undefined;
      return [(named && idOf(wit, named)) ?? name, item];
    }),
  );
}

function itemOf(
  wit: ResolvedWit,
  owner: WitInterface | undefined,
  name: string,
): WitFunction | WitTypeDefinition | undefined {
  const own = <T>(items: Readonly<Record<string, T>> = {}): T | undefined =>
    Object.hasOwn(items, name) ? items[name] : undefined;
  return own(owner?.functions) ?? wit.types[own(owner?.types) ?? -1];
}

function itemOfWorld(wit: ResolvedWit, item: WitWorldItem | undefined): WitFunction | WitTypeDefinition | undefined {
  if (item === undefined || "interface" in item) return undefined;
  return "function" in item ? item.function : wit.types[item.type];
}

/** `acme:text/filter@1.0.0`; undefined for an interface that is written inside of a world. */
function idOf(wit: ResolvedWit, { name, package: index }: WitWorld | WitInterface): string | undefined {
  const owner = index === null ? undefined : wit.packages[index]?.name;
  if (name === null || owner === undefined) return undefined;
  const [, path, version = ""] = /^([^@]*)(@.*)?$/.exec(owner) ?? [];
  return `${path}/${name}${version}`;
}

interface Labelled {
  readonly name: string;
  readonly docs?: { readonly contents: string };
}

function labelsOf({ kind }: WitTypeDefinition): readonly Labelled[] {
  if (typeof kind === "string") return [];
  if ("record" in kind) return kind.record.fields;
  if ("variant" in kind) return kind.variant.cases;
  if ("enum" in kind) return kind.enum.cases;
  return "flags" in kind ? kind.flags.flags : [];
}
