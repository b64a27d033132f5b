import { worldOfModule } from "@polyplug/abi";
import { type LinkPlan, planComponent, planCorePlugin } from "@polyplug/component";
import type { DecodedSource } from "../decode-source.ts";
import type { ContractWorld } from "./read-contract.ts";

/**
 * How a plugin is put together, which is also what says of which world it is. A core module that does not tell is taken
 * to be of the contract's; undefined where there is none either.
 */
export async function planPlugin(
  { module, component }: Pick<DecodedSource, "module" | "component">,
  contract: ContractWorld | undefined,
): Promise<LinkPlan | undefined> {
  if (component !== undefined) return await planComponent(component);
  const own = module === undefined ? undefined : (worldOfModule(module) ?? contract);
  return module === undefined || own === undefined ? undefined : planCorePlugin(module, own.world, own.encoding);
}
