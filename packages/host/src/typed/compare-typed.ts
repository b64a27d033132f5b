import { type Compatibility, compat } from "@polyplug/abi";
import type { DecodedSource } from "../decode-source.ts";
import type { Contract } from "./contract.ts";
import { planPlugin } from "./plan-plugin.ts";
import { readContract } from "./read-contract.ts";

/** How a plugin fits a contract. */
export async function compareTyped(
  decoded: DecodedSource,
  contract: Contract<object, never>,
  action: string,
): Promise<Compatibility> {
  const wanted = readContract(contract, action);
  const plan = await planPlugin(decoded, wanted);
  if (plan === undefined) throw new TypeError("with a contract every plugin has a world");
  return compat(plan.world, wanted.world);
}
