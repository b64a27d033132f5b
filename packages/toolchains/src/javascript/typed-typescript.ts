import { join } from "node:path";
import { BuildError, bundlePlugin, componentizeQjs } from "@polyplug/build";
import { copyGuest, readContract } from "../typed/guest-sources.ts";
import type { LayOut, TypedLanguage } from "../typed/typed-compiler.ts";

/**
 * One source file, `plugin.ts`, of which types are taken away as they are for users. The other engine would say no more of
 * TypeScript than guests in JavaScript say of it, and takes ten times as long to be put around one.
 */
export const typedTypescript: TypedLanguage = {
  language: "typescript",
  title: "TypeScript",
  file: "plugin.ts",
  compilers: [
    {
      adapter: componentizeQjs,
      generator: "componentize-qjs",
      target: "component",
      makes: "component",
      recipe: new URL(".", import.meta.url),
      layOut,
    },
  ],
};

async function layOut(...[guest, folder, tools]: Parameters<LayOut>): Promise<void> {
  await copyGuest(guest, folder);
  const bindgen = await tools();
  const wit = await readContract(guest);
  const warn = (output: string): never => {
    throw new BuildError("bundle plugin.ts", output, { output });
  };
  await bundlePlugin({ folder, entry: "plugin.ts", wit, bindgen, out: join(folder, "plugin.js"), warn });
}
