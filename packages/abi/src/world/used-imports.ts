import type { Module } from "@polyplug/wasm-binary";
import { cm32p2Names } from "../names/cm32p2-names.ts";
import { compatibleInterfaceId } from "../names/interface-id.ts";
import { legacyNames } from "../names/legacy-names.ts";
import type { Interface, Item, WorldItems } from "./world.ts";

/**
 * What of a world's imports a core module asks for: functions that it does not import are left out, as they are when a
 * component is made of it. A plugin that was built against a newer contract and does without what is new fits the older.
 */
export function usedImports(imports: WorldItems, module: Pick<Module, "imports">): WorldItems {
  const used = new Set<string>();
  for (const { module: owner, name } of module.imports) {
    const item = legacyNames.readImport({ module: owner, name }) ?? cm32p2Names.readImport({ module: owner, name });
    if (item?.kind === "function") used.add(`${item.interface ?? ""}#${item.name}`);
  }
  const isUsed = (id: string, [name, item]: readonly [string, Item | Interface]): boolean =>
    item.kind !== "function" || used.has(`${id}#${name}`) || used.has(`${compatibleInterfaceId(id)}#${name}`);
  const items = new Map<string, Item | Interface>();
  for (const [id, item] of imports) {
    if (!isUsed("", [id, item])) continue;
    if (item.kind !== "interface") items.set(id, item);
    else items.set(id, { kind: "interface", items: new Map([...item.items].filter((entry) => isUsed(id, entry))) });
  }
  return items;
}
