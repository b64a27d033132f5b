import { cm32p2Names, type Interface, type Item, legacyNames, type World } from "@polyplug/abi";
import type { Module } from "@polyplug/wasm-binary";

/**
 * The world of a core module that does not say of which it is: the contract's, but for the functions that the module does
 * not export. Compared with the contract, it tells of these as of what any other plugin lacks.
 */
export function assumedWorld(module: Module, contract: World): World {
  const names = new Set(module.exports.map(({ name }) => name));
  const isThere = (owner: string | undefined, name: string): boolean =>
    [legacyNames, cm32p2Names].some((scheme) =>
      names.has(scheme.exportName({ kind: "function", interface: owner, name })),
    );
  const lacks = (owner: string | undefined, name: string, item: Item): boolean =>
    item.kind === "function" && !isThere(owner, name);
  const exports = new Map<string, Item | Interface>();
  for (const [id, item] of contract.exports) {
    if (item.kind !== "interface") {
      if (!lacks(undefined, id, item)) exports.set(id, item);
      continue;
    }
    const items = new Map([...item.items].filter(([name, one]) => !lacks(id, name, one)));
    const isEmpty = items.size < item.items.size && ![...items.values()].some(({ kind }) => kind === "function");
    if (!isEmpty) exports.set(id, { kind: "interface", items });
  }
  return { ...contract, exports };
}
