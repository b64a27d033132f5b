import type { NamedType, NamedTypes } from "./named-types.ts";
import type { Owner, ResourceMembers } from "./owner.ts";
import type { View } from "./place.ts";

/** What JavaScript sees of an interface, or of a side of the world: its functions, and the classes of its resources. */
export interface Face {
  readonly owner: Owner;
  /** Those that are declared there. */
  readonly classes: ReadonlyMap<string, ResourceMembers>;
  /** Those that a plugin's interface takes over from another one of it, by where they are declared. None in its own view. */
  readonly taken: ReadonlyMap<string, NamedType>;
}

export function faceOf(owner: Owner, { homes }: NamedTypes, view: View): Face {
  const classes = new Map<string, ResourceMembers>();
  const taken = new Map<string, NamedType>();
  for (const [label, members] of owner.resources) {
    const item = owner.items.get(label);
    const home = item?.kind === "resource" ? homes.get(item.resource) : undefined;
    if (home?.owner === owner && home.label === label) classes.set(label, members);
    else if (home !== undefined && view === "host" && isExported(home)) taken.set(label, home);
  }
  return { owner, classes, taken };
}

function isExported({ owner: { place } }: NamedType): boolean {
  return place.side === "exports" && place.interface !== undefined;
}

/** Whether there is anything to call or to implement. */
export function isVisible({ owner, classes, taken }: Face): boolean {
  return owner.functions.length + classes.size + taken.size > 0;
}

/** Whether a host may leave out the class: nothing of it is ever called. */
export function isOptionalClass({ constructors, methods, statics }: ResourceMembers): boolean {
  return constructors.length + methods.length + statics.length === 0;
}

/** Whether a host may leave out all of it. */
export function isOptional({ owner, classes }: Face): boolean {
  return owner.functions.length === 0 && [...classes.values()].every(isOptionalClass);
}
