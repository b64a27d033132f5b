import type { Module } from "@polyplug/wasm-binary";
import { cm32p2Names } from "../names/cm32p2-names.ts";
import { legacyNames } from "../names/legacy-names.ts";
import type { Interface, Item, WorldItems } from "./world.ts";

/**
 * What of a world's imports a core module asks for: functions that it does not import are left out, as they are when a
 * component is made of it. A plugin that was built against a newer contract and does without what is new fits the older.
 */
export function usedImports(imports: WorldItems, module: Pick<Module, "imports">): WorldItems {
  const used = new Set(module.imports.map(key));
  const schemes = [legacyNames, cm32p2Names];
  const keep = <T extends Item | Interface>(
    items: ReadonlyMap<string, T>,
    owner: string | undefined,
  ): Map<string, T> => {
    const kept = new Map<string, T>();
    for (const [name, item] of items) {
      const isUsed = ({ importName }: (typeof schemes)[number]): boolean =>
        used.has(key(importName({ kind: "function", interface: owner, name })));
      if (item.kind !== "function" || schemes.some(isUsed)) kept.set(name, item);
    }
    return kept;
  };
  const items = keep(imports, undefined);
  for (const [id, item] of items) {
    if (item.kind === "interface") items.set(id, { kind: "interface", items: keep(item.items, id) });
  }
  return items;
}

function key({ module, name }: { readonly module: string; readonly name: string }): string {
  return `${module}\n${name}`;
}
