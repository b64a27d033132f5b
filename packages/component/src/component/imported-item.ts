import type { Interface, Item, ResolvedExtern } from "@polyplug/abi";
import type { ImportedFunction } from "../plan/function-item.ts";
import type { InstanceItems, StaticItem } from "./static-item.ts";

/** What the host gives for an import of the outermost component; undefined for what no host can give yet. */
export function importedItem(name: string, extern: ResolvedExtern, owner?: string): StaticItem | undefined {
  switch (extern.kind) {
    case "function": {
      const item: ImportedFunction = { kind: "import", interface: owner, name, type: extern.type };
      return { sort: "func", function: item };
    }
    case "type":
    case "resource":
      return { sort: "type", type: extern };
    case "interface": {
      const items = new Map<string, StaticItem>();
      for (const [inner, part] of extern.items) {
        const item = importedItem(inner, part, name);
        if (item === undefined) return undefined;
        items.set(inner, item);
      }
      return owner === undefined ? { sort: "instance", items } : undefined;
    }
    case "value":
      return { sort: "value" };
    default:
      return undefined;
  }
}

/** What a world says of an import or export. Undefined for what it has no word for. */
export function worldItem(item: StaticItem): Item | Interface | undefined {
  return item.sort === "instance" ? { kind: "interface", items: itemsOf(item.items) } : plainItem(item);
}

function plainItem(item: StaticItem): Item | undefined {
  if (item.sort === "func") return { kind: "function", type: item.function.type };
  if (item.sort !== "type") return undefined;
  return item.type.kind === "type" || item.type.kind === "resource" ? item.type : undefined;
}

function itemsOf(items: InstanceItems): ReadonlyMap<string, Item> {
  const named = new Map<string, Item>();
  for (const [name, item] of items) {
    const plain = plainItem(item);
    if (plain !== undefined) named.set(name, plain);
  }
  return named;
}
