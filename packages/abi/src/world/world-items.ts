import type { Resolution } from "./resolution.ts";
import type { ResolvedExtern } from "./resolved-type.ts";
import type { Interface, Item, WorldItems } from "./world.ts";

/**
 * Resolved imports or exports as those of a world. What a world has no place for, such as a core module, a component or
 * an interface within an interface, throws `unsupported`.
 */
export function worldItems(
  resolution: Resolution,
  externs: ReadonlyMap<string, ResolvedExtern>,
  offset: number,
): WorldItems {
  const items = new Map<string, Item | Interface>();
  for (const [name, extern] of externs) {
    if (extern.kind !== "interface") items.set(name, itemOf(resolution, name, extern, offset));
    else {
      const inner = [...extern.items].map(([name, one]) => [name, itemOf(resolution, name, one, offset)] as const);
      items.set(name, { kind: "interface", items: new Map(inner) });
    }
  }
  return items;
}

function itemOf(resolution: Resolution, name: string, extern: ResolvedExtern, offset: number): Item {
  if (extern.kind === "function" || extern.kind === "type" || extern.kind === "resource") return extern;
  const noun = extern.kind === "interface" ? "an interface within an interface" : `a ${extern.kind}`;
  throw resolution.unsupported(`${name} is ${noun}`, offset);
}
