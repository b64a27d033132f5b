import type { TypeNames } from "./type-printer.ts";
import type { World, WorldItems } from "./world.ts";

/** The names that a world's types go by: of several the first. They are gathered when one is first asked for. */
export function namesOf({ imports, exports }: World): TypeNames {
  let names: Map<object, string> | undefined;
  return (type) => {
    if (names === undefined) {
      names = new Map();
      addNames(imports, names);
      addNames(exports, names);
    }
    return names.get(type);
  };
}

function addNames(items: WorldItems, names: Map<object, string>): void {
  for (const [name, item] of items) {
    if (item.kind === "interface") addNames(item.items, names);
    else if (item.kind === "type" && !names.has(item.type)) names.set(item.type, name);
  }
}
