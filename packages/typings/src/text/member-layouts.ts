import { camelCase } from "@polyplug/abi";
import type { Layout } from "../layout/layout.ts";
import { propertyKey } from "../names/property-key.ts";
import { uniqueKeys } from "../names/unique-keys.ts";
import type { Member } from "../world/owner.ts";
import { documented, paragraphs } from "./comment.ts";
import { type FunctionLayout, functionLayout } from "./function-layout.ts";
import type { Scope } from "./scope.ts";

/** How a function stands among others: by its key, its parameters and its result. */
export type MemberForm = (key: string, layout: FunctionLayout) => Layout;

/** `readonly write: (line: string) => void;`, which TypeScript checks more strictly than a method. */
export const asProperty: MemberForm = (key, { params, result }) => {
  return [`readonly ${propertyKey(key)}: `, params, " => ", result, ";"];
};

/** `write(line: string): void;` */
export const asMethod: MemberForm = (key, layout) => {
  // As methods these would be what makes the object.
  if (key === "new" || key === "constructor") return asProperty(key, layout);
  return [propertyKey(key), layout.params, ": ", layout.result, ";"];
};

/** Functions under their names in JavaScript, of which no two may be the same. */
export function memberLayouts(
  scope: Scope,
  members: readonly Member[],
  owner: string,
  form: MemberForm,
  keyOf: (label: string) => string = camelCase,
): Layout[] {
  const labels = members.map(({ label }) => label);
  const keys = uniqueKeys(labels, keyOf, owner);
  return members.map((member, index) => memberLayout(scope, member, keys[index] ?? "", form));
}

/** One function under its documentation. */
export function memberLayout({ types, docs }: Scope, member: Member, key: string, form: MemberForm): Layout {
  const { name, type, place } = member;
  const layout = functionLayout(types, name, type, place.side === "exports" ? "plugin" : "host");
  return documented(paragraphs(docs.item(place, name), layout.throws), form(key, layout));
}
