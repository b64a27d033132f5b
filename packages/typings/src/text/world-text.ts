import type { World } from "@polyplug/abi";
import type { Documentation } from "../documentation/documentation.ts";
import { block, type Layout } from "../layout/layout.ts";
import { type ModuleNames, moduleNames } from "../names/module-names.ts";
import type { Face } from "../world/face.ts";
import type { NamedType } from "../world/named-types.ts";
import type { Owner } from "../world/owner.ts";
import { type WorldModel, worldModel } from "../world/world-model.ts";
import { documented } from "./comment.ts";
import { faceLayouts } from "./face-layout.ts";
import type { Scope } from "./scope.ts";
import { typeDeclaration } from "./type-declaration.ts";
import { TypeLayouts, writtenNames } from "./type-layouts.ts";

/** What a world becomes: the declarations of its types and interfaces, and what further ones need. */
export interface WorldText {
  readonly model: WorldModel;
  readonly scope: Scope;
  readonly names: ModuleNames;
  readonly declarations: readonly Layout[];
}

/** Writes the types and interfaces of a world; none of them is called like one of `reserved`. */
export function worldText(world: World, docs: Documentation, name: string, reserved: readonly string[]): WorldText {
  const model = worldModel(world);
  const { homes, aliases } = model.types;
  const names = moduleNames(model, name, [...reserved, ...writtenNames]);
  const nameOf = (named: NamedType | Face | undefined): string | undefined => named && names.get(named);
  const scope: Scope = { docs, types: new TypeLayouts((type) => nameOf(homes.get(type))) };

  const sections = new Map<Owner, Layout[]>(model.owners.map((owner) => [owner, []]));
  for (const home of homes.values()) {
    sections.get(home.owner)?.push(typeDeclaration(scope, home, nameOf(home) ?? ""));
  }
  for (const alias of aliases) {
    const text = `export type ${nameOf(alias)} = ${nameOf(homes.get(alias.type))};`;
    sections.get(alias.owner)?.push(documented(docs.item(alias.owner.place, alias.label), text));
  }
  for (const face of [...model.imports.interfaces, ...model.exports.interfaces]) {
    const { side, interface: id = "" } = face.owner.place;
    const content = [`export interface ${nameOf(face)} `, block(faceLayouts(scope, face, id))];
    sections.get(face.owner)?.push(documented(docs.interface(side, id), content));
  }
  return { model, scope, names, declarations: [...sections.values()].flat() };
}
