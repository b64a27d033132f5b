import type { World } from "@polyplug/abi";
import { type Face, faceOf, isVisible } from "./face.ts";
import { type NamedTypes, namedTypes } from "./named-types.ts";
import type { Owner } from "./owner.ts";
import type { IsApart, View } from "./place.ts";
import { type Side, sideOf } from "./side.ts";

/** What one side of a world looks like from JavaScript. */
export interface SideModel {
  /** What stands in the world itself. */
  readonly own: Face;
  /** Interfaces that have something to call or to implement. */
  readonly interfaces: readonly Face[];
  /** Of all interfaces, those among them that have nothing but types. */
  readonly ids: readonly string[];
}

/** A world as it is written: what it names, and what JavaScript sees of it. */
export interface WorldModel {
  /** What declares types, in the order of declaration. */
  readonly owners: readonly Owner[];
  readonly types: NamedTypes;
  readonly imports: SideModel;
  readonly exports: SideModel;
}

export function worldModel(world: World, isApart: IsApart, view: View): WorldModel {
  const sides = [sideOf(world, "imports"), sideOf(world, "exports")] as const;
  // What a world takes over from an interface is at home there, and what exports take over from imports is, too.
  const declared = view === "host" ? sides : sides.toReversed();
  const owners = declared.flatMap(({ own, interfaces }) => [...interfaces, own]);
  const types = namedTypes(owners, isApart);
  const side = (one: Side) => sideModel(one, types, isApart, view);
  return { owners, types, imports: side(sides[0]), exports: side(sides[1]) };
}

function sideModel({ own, interfaces }: Side, types: NamedTypes, isApart: IsApart, view: View): SideModel {
  return {
    own: faceOf(own, types, view),
    interfaces: interfaces.flatMap((owner) => {
      const face = faceOf(owner, types, view);
      return isApart(owner.place) || !isVisible(face) ? [] : [face];
    }),
    ids: interfaces.map(({ place }) => place.interface ?? ""),
  };
}
