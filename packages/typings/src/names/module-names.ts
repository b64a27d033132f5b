import type { Face } from "../world/face.ts";
import type { NamedType } from "../world/named-types.ts";
import { contractPlace, type View } from "../world/place.ts";
import type { WorldModel } from "../world/world-model.ts";
import { assignNames } from "./assign-names.ts";
import { type Claim, claim } from "./claim.ts";

/** What everything is called in the module. */
export type ModuleNames = ReadonlyMap<NamedType | Face, string>;

/** Names for types, other names of theirs, and interfaces, in that order of choice; none of them is in `reserved`. */
export function moduleNames(
  { types: { homes, aliases }, imports, exports }: WorldModel,
  world: string,
  reserved: readonly string[],
  view: View,
): ModuleNames {
  const faces = [...imports.interfaces, ...exports.interfaces];
  const claims = new Map<NamedType | Face, Claim>();
  for (const named of [...homes.values(), ...aliases])
    claims.set(named, claim(contractPlace(named.owner.place, view), world, named.label));
  for (const face of faces) claims.set(face, claim(contractPlace(face.owner.place, view), world));
  const tiers = [[...homes.values()], aliases, faces].map((tier) => tier.flatMap((one) => claims.get(one) ?? []));
  const names = assignNames(tiers, new Set(reserved));
  return new Map([...claims].map(([one, of]) => [one, names.get(of) ?? ""]));
}
