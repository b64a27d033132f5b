import { readContract } from "@polyplug/abi";
import { BuildError } from "../build-error.ts";
import type { ReadContract } from "../plugin-language.ts";
import { type BundleJob, bundle } from "./bundle.ts";
import { missingExports, providedModules } from "./world-modules.ts";

/** A plugin's sources, and the contract that says what else it may import. */
export interface PluginBundleJob extends Omit<BundleJob, "provided">, ReadContract {
  /** Which world of the contract. Default: the only one. */
  readonly world?: string | undefined;
}

/** Bundles a plugin for a compiler of components, and sees to it that it exports what its world does. */
export async function bundlePlugin({ wit, bindgen, world, ...job }: PluginBundleJob): Promise<void> {
  const contract = readContract(await bindgen.contract(wit, { world }));
  const exported = await bundle({ ...job, provided: providedModules(contract.world) });
  // Not every compiler misses them, and then it is the call that fails.
  const missing = missingExports(contract.world, exported);
  if (missing.length === 0) return;
  throw new BuildError(`build ${job.entry}`, `it does not export ${missing.join(" and ")}, as its world does`);
}
