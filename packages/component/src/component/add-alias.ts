import type { Alias } from "@polyplug/wasm-binary";
import type { Frame } from "./frame.ts";
import type { PlanDraft } from "./plan-draft.ts";

/**
 * Gives an index to what an instance exports, or to what lies in a component around this one.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#alias-definitions | Explainer, alias definitions}.
 */
export function addAlias({ resolution }: PlanDraft, frame: Frame, alias: Alias, offset: number): void {
  if (alias.kind === "outer") {
    // Core types are the engine's.
    if (alias.sort !== "core type") frame.add(frame.outward(alias.count, offset).get(alias.sort, alias.index, offset));
    return;
  }
  const { sort, name, instance } = alias;
  const item =
    alias.kind === "export"
      ? frame.get("instance", instance, offset).items.get(name)
      : frame.get("core instance", instance, offset).items(name);
  if (item?.sort === sort) {
    frame.add(item);
    return;
  }
  const found = item === undefined ? "nothing" : `what is of the sort ${item.sort}`;
  throw resolution.malformed(`an alias of the ${sort} ${JSON.stringify(name)} finds ${found}`, offset);
}
