import type { ComponentExternType } from "@polyplug/wasm-binary";
import type { Frame } from "./frame.ts";
import type { PlanDraft } from "./plan-draft.ts";
import type { StaticItem } from "./static-item.ts";

/**
 * A function by the type that its export says it has. That is the type which it is lifted by, told with the names that
 * are exported beside it; throws `malformed` where it is another.
 */
export function ascribed(
  { resolution, sameTypes }: PlanDraft,
  { scope }: Frame,
  item: StaticItem,
  type: ComponentExternType | undefined,
  offset: number,
): StaticItem {
  if (type?.kind !== "func" || item.sort !== "func" || item.function.kind !== "lift") return item;
  const told = scope.functionType(type.type, offset);
  if (sameTypes.functions(told, item.function.type))
    return { sort: "func", function: { ...item.function, type: told } };
  throw resolution.malformed("the function is exported by a type that is not its own", offset);
}
