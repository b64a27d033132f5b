import { compat, readContract, type World, worldOfModule } from "@polyplug/abi";
import { planComponent, planCorePlugin } from "@polyplug/component";
import { decodeComponent, decodeModule, recognize } from "@polyplug/wasm-binary";
import { BuildError } from "./build-error.ts";

/** Refuses a plugin that does not do what its contract says, before anybody loads it. */
export async function checkArtifact(plugin: Uint8Array, contract: Uint8Array, action: string): Promise<void> {
  const { differences } = compat(await worldOf(plugin, action), readContract(contract).world, { isGranted });
  if (differences.length === 0) return;
  const output = differences.map(
    ({ path, wanted, found, cure }) => `${path}: wanted ${wanted}, found ${found}: ${cure}`,
  );
  throw new BuildError(action, "what was built does not fit its contract", { output: output.join("\n") });
}

async function worldOf(plugin: Uint8Array, action: string): Promise<World> {
  if (recognize(plugin) === "component") return (await planComponent(decodeComponent(plugin))).world;
  const module = decodeModule(plugin);
  const found = worldOfModule(module);
  if (found === undefined) throw new BuildError(action, "what was built does not say of which world it is");
  // Also looks whether the functions are there that the world speaks of.
  return planCorePlugin(module, found.world, found.encoding).world;
}

/** A host grants it, and no contract has to. */
function isGranted(name: string): boolean {
  return name.startsWith("wasi:");
}
