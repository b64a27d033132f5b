import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { adapterOf } from "@polyplug/build";
import { repository } from "../this-machine.ts";
import { copySources, readContract } from "../typed/guest-sources.ts";
import type { LayOut, TypedLanguage } from "../typed/typed-compiler.ts";

const sdk = join(repository, "packages/sdk-assemblyscript");

/** One source file, `plugin.as.ts`, that imports what it needs from the files in `bindings`. */
export const typedAssemblyscript: TypedLanguage = {
  language: "assemblyscript",
  title: "AssemblyScript",
  file: "plugin.as.ts",
  compilers: [
    {
      adapter: adapterOf("assemblyscript"),
      target: "wasm32",
      makes: "core",
      recipe: new URL(".", import.meta.url),
      layOut,
      files: [
        "bindings/index.ts",
        ...["--transform", join(sdk, "transform.js")],
        // A guest may be built in a folder that has no packages above it.
        ...["--path", join(repository, "node_modules")],
        // With the names of functions, which a trap tells.
        ...["--runtime", "incremental", "-O3", "--debug"],
      ],
    },
  ],
};

async function layOut(...[guest, folder, tools]: Parameters<LayOut>): Promise<void> {
  const bindgen = await tools();
  const options = { plugin: "../plugin.as" };
  await mkdir(join(folder, "bindings"));
  for (const { path, content } of await bindgen.generate(await readContract(guest), {
    language: "assemblyscript",
    options,
  })) {
    await writeFile(join(folder, "bindings", path), content);
  }
  await copySources(guest, folder);
}
