import { printFunction, printWorld, type WorldItems } from "@polyplug/abi";
import { functionLabel, type LinkPlan } from "@polyplug/component";
import type { DecodedSource } from "../decode-source.ts";
import { capabilitiesOfInterfaces } from "../info/capabilities.ts";
import { producersOf } from "../info/describe-module.ts";
import { guessLanguage } from "../info/guess-language.ts";
import type { ExternInfo, ImportInfo, Inspection, PluginInfo } from "../info/plugin-info.ts";
import { commandFunction } from "./command-function.ts";
import { planPlugin } from "./plan-plugin.ts";

/** What inspecting tells of a plugin with a world. */
export async function describeTyped(decoded: DecodedSource): Promise<Omit<Inspection, "integrity" | "metadata">> {
  const plan = await planPlugin(decoded, undefined);
  if (plan === undefined) return decoded.info;
  const { world, unsupported } = plan;
  return { ...(await describePlan(decoded, plan)), wit: printWorld(world), unsupported };
}

/** What is known of a plugin, with its world. The imports and exports of a component are the functions of its world. */
export async function describePlan(
  { info, component }: Pick<DecodedSource, "info" | "component">,
  plan: LinkPlan,
): Promise<PluginInfo> {
  const { world, modules } = plan;
  const entry = commandFunction(plan) === undefined ? info.entry : "command";
  if (component === undefined) return { ...info, world: world.name, entry };
  const imports = functionsOf(world.imports).map(([owner, name, type]): ImportInfo => {
    return { module: owner ?? "", name, kind: "func", type };
  });
  const exports = functionsOf(world.exports).map(([owner, name, type]): ExternInfo => {
    return { name: functionLabel(owner, name), kind: "func", type };
  });
  const made = producersOf([component, ...modules]);
  const capabilities = await capabilitiesOfInterfaces(world.imports.keys());
  return { ...info, entry, imports, exports, ...made, language: guessLanguage(made.producers, []), capabilities };
}

/** Every function with its owner, an interface or with undefined the world itself, and its type as WIT writes it. */
function functionsOf(items: WorldItems, owner?: string): [owner: string | undefined, name: string, type: string][] {
  return [...items].flatMap(([name, item]) => {
    if (item.kind === "interface") return functionsOf(item.items, name);
    return item.kind === "function" ? [[owner, name, printFunction(name, item.type)]] : [];
  });
}
