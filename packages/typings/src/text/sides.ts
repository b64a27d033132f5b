import type { Layout } from "../layout/layout.ts";
import { propertyKey } from "../names/property-key.ts";
import { isOptional } from "../world/face.ts";
import { exportedInterfaces, providedInterfaces } from "../world/keyed-interfaces.ts";
import { faceLayouts } from "./face-layout.ts";
import { asProperty, memberLayouts } from "./member-layouts.ts";
import type { WorldText } from "./world-text.ts";

/** A plugin's exports as properties. */
export function exportLayouts({ model, scope, names }: WorldText): Layout[] {
  return [
    ...exportedInterfaces(model.exports).map(({ key, face }) => `readonly ${propertyKey(key)}: ${names.get(face)};`),
    ...memberLayouts(scope, model.exports.own.owner.functions, "the world", asProperty),
  ];
}

/** What a host provides, as properties. */
export function importLayouts({ model, scope, names }: WorldText): Layout[] {
  return [
    ...providedInterfaces(model.imports).map(({ key, face }) => {
      const name = names.get(face);
      return `readonly ${propertyKey(key)}${isOptional(face) ? `?: ${name} | undefined` : `: ${name}`};`;
    }),
    ...faceLayouts(scope, model.imports.own, "the world"),
  ];
}
