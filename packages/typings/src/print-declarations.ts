import type { World } from "@polyplug/abi";
import { type Documentation, undocumented } from "./documentation/documentation.ts";
import type { Layout } from "./layout/layout.ts";
import { ownName } from "./names/interface-names.ts";
import { ExportedValues } from "./text/exported-values.ts";
import { memberLayouts } from "./text/member-layouts.ts";
import { moduleText } from "./text/module-text.ts";
import { type WorldText, worldText } from "./text/world-text.ts";
import type { Face } from "./world/face.ts";
import { exportedInterfaces } from "./world/keyed-interfaces.ts";
import { isImported } from "./world/place.ts";

/** What the declarations of a plugin are made of. */
export interface DeclarationParts {
  readonly world: World;
  /** Default: none. */
  readonly docs?: Documentation | undefined;
}

/**
 * The declarations of a module whose exports are those of a plugin of this world: functions in camelCase, each interface
 * as a constant of its own name where no other is called so and under its id, and the types that they are made of.
 *
 * Throws as `printContract` does.
 */
export function printDeclarations({ world, docs = undocumented }: DeclarationParts): string {
  const name = ownName(world.name ?? "plugin");
  const text = worldText(world, { docs, name, isApart: isImported, reserved: [] });
  const values = new ExportedValues();
  const { own } = text.model.exports;
  const functions = memberLayouts(text.scope, own.owner.functions, "the world", (key, { params, result }) => {
    return [values.declare("function", key, "call").head, params, ": ", result, ";"];
  });
  const title = world.name === undefined ? "What the plugin exports" : `What a plugin of ${world.name} exports`;
  return moduleText(title, [
    [...functions, ...interfaceConstants(text, values)],
    ...text.declarations.map((declaration) => [declaration]),
    values.statements(),
  ]);
}

/** Each interface is declared once, and exported under all of its names. */
function interfaceConstants({ model, names }: WorldText, values: ExportedValues): Layout[] {
  const keys = new Map<Face, string[]>();
  for (const { key, face } of exportedInterfaces(model.exports)) keys.set(face, [...(keys.get(face) ?? []), key]);
  return [...keys].map(([face, all]) => {
    // The last one is the shortest.
    const [main = "", ...others] = all.toReversed();
    const type = names.get(face) ?? "";
    const { name, head } = values.declare("const", main, type.slice(0, 1).toLowerCase() + type.slice(1));
    for (const other of others) values.alias(name, other);
    return `${head}: ${type};`;
  });
}
