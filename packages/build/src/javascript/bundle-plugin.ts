import { writeFile } from "node:fs/promises";
import { readContract } from "@polyplug/abi";
import { BuildError } from "../build-error.ts";
import type { ReadContract } from "../plugin-language.ts";
import { type BundleJob, bundled } from "./bundle.ts";
import { wrapForQuickjs } from "./quickjs/wrap-for-quickjs.ts";
import { missingExports, providedModules } from "./world-modules.ts";

/** A plugin's sources, and the contract that says what else it may import. */
export interface PluginBundleJob extends Omit<BundleJob, "provided">, ReadContract {
  /** Which world of the contract. Default: the only one. */
  readonly world?: string | undefined;
  /** What will run it. QuickJS gets code of ours around it, by which values are what the contract's types say. */
  readonly engine: "quickjs" | "spidermonkey";
}

/** Bundles a plugin for a compiler of components, and sees to it that it exports what its world does. */
export async function bundlePlugin({ wit, bindgen, engine, world: name, ...job }: PluginBundleJob): Promise<void> {
  const { world } = readContract(await bindgen.contract(wit, { world: name }));
  const provided = providedModules(world);
  const chunk = await bundled({ ...job, provided });
  // Not every compiler misses them, and then it is the call that fails.
  const missing = missingExports(world, chunk.exports);
  if (missing.length > 0) {
    const names = new Intl.ListFormat("en").format(missing);
    throw new BuildError(`build ${job.entry}`, `it does not export ${names}, as its world does`);
  }
  await writeFile(job.out, engine === "quickjs" ? await wrapForQuickjs(chunk, { ...job, world }) : chunk.code);
}
