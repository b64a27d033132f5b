import { printFunction, printWorld, type World, type WorldItems } from "@polyplug/abi";
import { functionLabel } from "@polyplug/component";
import type { DecodedSource } from "../decode-source.ts";
import type { ExternInfo, ImportInfo, Inspection, PluginInfo } from "../info/plugin-info.ts";
import { planPlugin } from "./plan-plugin.ts";

/** What inspecting tells of a plugin with a world. */
export async function describeTyped(decoded: DecodedSource): Promise<Omit<Inspection, "integrity">> {
  const plan = await planPlugin(decoded, undefined);
  if (plan === undefined) return decoded.info;
  const { world, unsupported } = plan;
  return { ...describeWorld(decoded.info, world), wit: printWorld(world), unsupported };
}

/** What is known of a plugin, with its world. The imports and exports of a component are the functions of its world. */
export function describeWorld(info: PluginInfo, world: World): PluginInfo {
  if (info.kind === "module") return { ...info, world: world.name };
  const imports = functionsOf(world.imports).map(([owner, name, type]): ImportInfo => {
    return { module: owner ?? "", name, kind: "func", type };
  });
  const exports = functionsOf(world.exports).map(([owner, name, type]): ExternInfo => {
    return { name: functionLabel(owner, name), kind: "func", type };
  });
  return { ...info, imports, exports };
}

/** Every function with its owner, an interface or with undefined the world itself, and its type as WIT writes it. */
function functionsOf(items: WorldItems, owner?: string): [owner: string | undefined, name: string, type: string][] {
  return [...items].flatMap(([name, item]) => {
    if (item.kind === "interface") return functionsOf(item.items, name);
    return item.kind === "function" ? [[owner, name, printFunction(name, item.type)]] : [];
  });
}
