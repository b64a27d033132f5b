import type { World } from "@polyplug/abi";
import type { Documentation } from "../documentation/documentation.ts";
import { block, type Layout } from "../layout/layout.ts";
import { type ModuleNames, moduleNames } from "../names/module-names.ts";
import type { Face } from "../world/face.ts";
import type { NamedType } from "../world/named-types.ts";
import type { Owner } from "../world/owner.ts";
import type { IsApart, View } from "../world/place.ts";
import { type WorldModel, worldModel } from "../world/world-model.ts";
import { classOf, classOfDeclaration } from "./class-layout.ts";
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

/** What is to be known to write a world. */
export interface WorldTextOptions {
  readonly docs: Documentation;
  /** What the world is called, in kebab-case. */
  readonly name: string;
  readonly isApart: IsApart;
  /** What no type is to be called. */
  readonly reserved: readonly string[];
  /** Default: the host's. */
  readonly view?: View;
}

/** Writes the types and interfaces of a world. */
export function worldText(world: World, options: WorldTextOptions): WorldText {
  const { docs, name, isApart, reserved, view = "host" } = options;
  const model = worldModel(world, isApart, view);
  const { homes, aliases } = model.types;
  const names = moduleNames(model, name, [...reserved, ...writtenNames, classOf], view);
  const nameOf = (named: NamedType | Face | undefined): string | undefined => named && names.get(named);
  const faces = new Map<Owner, Face>();
  for (const face of [...model.imports.interfaces, ...model.exports.interfaces]) faces.set(face.owner, face);
  const scope: Scope = {
    docs,
    types: new TypeLayouts((type) => nameOf(homes.get(type))),
    faceName: (owner) => nameOf(faces.get(owner)) ?? "object",
  };

  const sections = new Map<Owner, Layout[]>(model.owners.map((owner) => [owner, []]));
  for (const home of homes.values()) {
    sections.get(home.owner)?.push(typeDeclaration(scope, home, nameOf(home) ?? ""));
  }
  for (const alias of aliases) {
    const text = `export type ${nameOf(alias)} = ${nameOf(homes.get(alias.type))};`;
    sections.get(alias.owner)?.push(documented(docs.item(alias.owner.place, alias.label), text));
  }
  for (const [owner, face] of faces) {
    const { side, interface: id = "" } = owner.place;
    const content = [`export interface ${nameOf(face)} `, block(faceLayouts(scope, face, id))];
    sections.get(owner)?.push(documented(docs.interface(side, id), content));
  }
  const declarations = [...sections.values()].flat();
  if (hasOpaqueClass(model, isApart)) declarations.push(classOfDeclaration);
  return { model, scope, names, declarations };
}

function hasOpaqueClass({ imports, exports }: WorldModel, isApart: IsApart): boolean {
  const own = isApart(imports.own.owner.place) ? [] : [imports.own];
  const classes = [...imports.interfaces, ...exports.interfaces, ...own].flatMap((face) => [...face.classes.values()]);
  return classes.some(({ constructors }) => constructors.length === 0);
}
