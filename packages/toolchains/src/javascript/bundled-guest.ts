import { join } from "node:path";
import { BuildError, bundlePlugin, type PluginBundleJob } from "@polyplug/build";
import { copyGuest, readContract } from "../typed/guest-sources.ts";
import type { LayOut } from "../typed/typed-compiler.ts";

/** Lays out a guest for an engine as plugins of users are: in one file, which is `plugin.js`. */
export function bundledGuest(entry: string, engine: PluginBundleJob["engine"]): LayOut {
  return async (guest, folder, tools) => {
    await copyGuest(guest, folder);
    const warn = (output: string): never => {
      throw new BuildError(`bundle ${entry}`, output, { output });
    };
    const [wit, bindgen] = [await readContract(guest), await tools()];
    await bundlePlugin({ folder, entry, wit, bindgen, engine, out: join(folder, "plugin.js"), warn });
  };
}
