import { worldOfModule } from "@polyplug/abi";
import { type LinkPlan, planComponent, planCorePlugin } from "@polyplug/component";
import type { DecodedSource } from "../decode-source.ts";
import { assumedWorld } from "./assumed-world.ts";
import type { ContractWorld } from "./read-contract.ts";

/**
 * How a plugin is put together, which is also what says of which world it is. A core module that does not tell is taken
 * to be of the contract's, as far as it goes; undefined where there is none either.
 */
export async function planPlugin(
  { module, component }: Pick<DecodedSource, "module" | "component">,
  contract: ContractWorld | undefined,
): Promise<LinkPlan | undefined> {
  if (component !== undefined) return await planComponent(component);
  if (module === undefined) return undefined;
  const own = worldOfModule(module) ?? (contract && { ...contract, world: assumedWorld(module, contract.world) });
  return own && planCorePlugin(module, own.world, own.encoding);
}
