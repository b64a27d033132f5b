import { block, type Layout } from "../layout/layout.ts";
import { isOptionalClass } from "../world/face.ts";
import type { ResourceMembers } from "../world/owner.ts";
import type { Place } from "../world/place.ts";
import { asProperty, memberLayout, memberLayouts } from "./member-layouts.ts";
import type { Scope } from "./scope.ts";

/** The class of a resource as a property: what makes objects, and static functions. `object` is the type of its objects. */
export function classLayout(
  scope: Scope,
  key: string,
  object: string,
  members: ResourceMembers,
  { side }: Place,
): Layout {
  const made = members.constructors.map((member) => {
    return memberLayout(scope, member, "new", (_, { params }) => ["new ", params, `: ${object};`]);
  });
  const functions = memberLayouts(scope, members.statics, key, asProperty);
  if (made.length > 0) return [`readonly ${key}: `, block([...made, ...functions]), ";"];
  // It cannot be called, but for its functions.
  const prototype = `readonly prototype: ${object}`;
  if (functions.length > 0) return [`readonly ${key}: `, block([`${prototype};`, ...functions]), ";"];
  const mayBeMissing = side === "imports" && isOptionalClass(members);
  return mayBeMissing ? `readonly ${key}?: { ${prototype} } | undefined;` : `readonly ${key}: { ${prototype} };`;
}
