import { staticKey } from "@polyplug/abi";
import { block, type Layout } from "../layout/layout.ts";
import { isOptionalClass } from "../world/face.ts";
import type { ResourceMembers } from "../world/owner.ts";
import type { Place } from "../world/place.ts";
import { documented } from "./comment.ts";
import { asProperty, memberLayout, memberLayouts } from "./member-layouts.ts";
import type { Scope } from "./scope.ts";

/** What a class without a constructor is called as a type. */
export const classOf = "ClassOf";

/** The declaration of that type: one may ask whether an object is of the class, and not make one. */
export const classOfDeclaration: Layout = documented(
  "The class of a resource that only functions give.",
  `type ${classOf}<Instance> = abstract new (...args: never) => Instance;`,
);

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
  const functions = memberLayouts(scope, members.statics, key, asProperty, staticKey);
  if (made.length > 0) return [`readonly ${key}: `, block([...made, ...functions]), ";"];
  const opaque = `${classOf}<${object}>`;
  if (functions.length > 0) return [`readonly ${key}: ${opaque} & `, block(functions), ";"];
  const mayBeMissing = side === "imports" && isOptionalClass(members);
  return mayBeMissing ? `readonly ${key}?: ${opaque} | undefined;` : `readonly ${key}: ${opaque};`;
}
