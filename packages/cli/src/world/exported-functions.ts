import { worldOfPlugin } from "@polyplug/component";
import { type WorldFunction, worldFunctions } from "./world-functions.ts";

/** All functions that a plugin with a world exports; none for a bare module. */
export async function exportedFunctions(plugin: Uint8Array): Promise<readonly WorldFunction[]> {
  const world = await worldOfPlugin(plugin);
  return world === undefined ? [] : worldFunctions(world.exports);
}
