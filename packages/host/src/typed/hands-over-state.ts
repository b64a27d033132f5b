import type { FunctionType, ValueType, World } from "@polyplug/abi";
import type { PreparedPlugin } from "../prepare-plugin.ts";
import { planPlugin } from "./plan-plugin.ts";
import { readContract } from "./read-contract.ts";

/** Whether the plugin's world exports `export-state: func() -> list<u8>` and `import-state: func(state: list<u8>)`. */
export async function handsOverState({ decoded, options, action }: PreparedPlugin): Promise<boolean> {
  const plan = await planPlugin(decoded, options.contract && readContract(options.contract, action));
  if (plan === undefined) return false;
  const [give, take] = [functionOf(plan.world, "export-state"), functionOf(plan.world, "import-state")];
  if (give === undefined || give.params.length > 0 || !isBytes(give.result)) return false;
  return take?.params.length === 1 && isBytes(take.params[0]?.type) && take.result === undefined;
}

function functionOf({ exports }: World, name: string): FunctionType | undefined {
  const item = exports.get(name);
  return item?.kind === "function" ? item.type : undefined;
}

function isBytes(type: ValueType | undefined): boolean {
  return type?.kind === "list" && type.element.kind === "u8";
}
