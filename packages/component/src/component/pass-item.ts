import type { ImportDefinition } from "./define.ts";
import type { PlanDraft } from "./plan-draft.ts";
import type { StaticItem } from "./static-item.ts";

/**
 * What a component is given for an import by the one that instantiates it. It has to be there and of the right sort; what
 * is asked of its type shows where it is used, for functions are lifted and lowered by the types that they really have.
 */
export function givenItem(
  { resolution }: PlanDraft,
  { name: { name }, type, offset }: ImportDefinition,
  item: StaticItem | undefined,
): StaticItem {
  const label = `import ${JSON.stringify(name)} of a component`;
  if (item === undefined) throw resolution.malformed(`${label} is not given`, offset);
  if (item.sort !== type.kind)
    throw resolution.malformed(
      `${label} is given what is of the sort ${item.sort}, and ${type.kind} is wanted`,
      offset,
    );
  const wantsResource = type.kind === "type" && type.bound.kind === "sub resource";
  if (wantsResource && item.sort === "type" && item.type.kind !== "resource") {
    throw resolution.malformed(`${label} is a resource, and is given another type`, offset);
  }
  return named(item, name);
}

/** An item under the name that it is exported by. */
export function exportedAs({ resolution }: PlanDraft, name: string, item: StaticItem): StaticItem {
  if (item.sort !== "type") return named(item, name);
  if (item.type.kind === "resource") resolution.nameResource(item.type.resource, name);
  else if (item.type.kind === "type") resolution.nameType(item.type.type, name);
  return item;
}

/** A function that is lifted has no name of its own: it goes by the first that it is passed on by. */
function named(item: StaticItem, name: string): StaticItem {
  if (item.sort !== "func" || item.function.kind !== "lift" || item.function.name !== "") return item;
  return { sort: "func", function: { ...item.function, name } };
}
