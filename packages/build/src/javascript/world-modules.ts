import { shortName, type World } from "@polyplug/abi";

/** The modules that a world gives to a plugin: its imported interfaces by their ids, and its functions by their names. */
export function providedModules({ imports }: World): ReadonlySet<string> {
  // A version may be left out.
  return new Set([...imports.keys()].flatMap((name) => [name, name.replace(/@[^@]*$/, "")]));
}

/** What a plugin has to export of a world and does not, by the names that it would have in JavaScript. */
export function missingExports({ exports }: World, exported: readonly string[]): readonly string[] {
  return [...exports].flatMap(([name, item]) => {
    if (item.kind === "type" || item.kind === "resource") return [];
    const own = shortName(name);
    return exported.includes(own) || exported.includes(name) ? [] : [own];
  });
}
