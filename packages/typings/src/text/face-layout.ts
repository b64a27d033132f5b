import type { Layout } from "../layout/layout.ts";
import { pascalCase } from "../names/pascal-case.ts";
import { propertyKey } from "../names/property-key.ts";
import { quoted } from "../names/quoted.ts";
import { uniqueKeys } from "../names/unique-keys.ts";
import type { Face } from "../world/face.ts";
import { classLayout } from "./class-layout.ts";
import { documented } from "./comment.ts";
import { asProperty, memberLayouts } from "./member-layouts.ts";
import type { Scope } from "./scope.ts";

/** What JavaScript sees of an interface or a side of the world, as properties: classes first, as functions name them. */
export function faceLayouts(scope: Scope, { owner, classes, taken }: Face, name: string): Layout[] {
  const { place } = owner;
  const labels = [...classes.keys(), ...taken.keys()];
  const keys = uniqueKeys(labels, pascalCase, name);
  const found = [...classes].map(([label, members], index) => {
    const item = owner.items.get(label);
    const object = item?.kind === "resource" ? scope.types.resource(item.resource) : "object";
    return documented(
      scope.docs.item(place, label),
      classLayout(scope, propertyKey(keys[index] ?? ""), object, members, place),
    );
  });
  const others = [...taken.values()].map((home, index) => {
    const key = propertyKey(keys[classes.size + index] ?? "");
    return `readonly ${key}: ${scope.faceName(home.owner)}[${quoted(pascalCase(home.label))}];`;
  });
  return [...found, ...others, ...memberLayouts(scope, owner.functions, name, asProperty)];
}
