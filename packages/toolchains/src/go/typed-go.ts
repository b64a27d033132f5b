import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { adapterOf, goBindings, goMain } from "@polyplug/build";
import { copySources, readContract } from "../typed/guest-sources.ts";
import type { LayOut, TypedLanguage } from "../typed/typed-compiler.ts";

/** What guests call the module that they are: their imports begin with it. */
const module = "example.com/plugin";

/** One source file, `plugin.go`, a package that imports the bindings as `example.com/plugin/bindings/…`. */
export const typedGo: TypedLanguage = {
  language: "go",
  title: "Go",
  file: "plugin.go",
  // Its runtime reads the clock before anything else, and in a component draws random numbers for its maps.
  grant: { clock: true, random: true },
  compilers: [
    {
      adapter: adapterOf("go"),
      target: "wasm32-wasip1",
      makes: "core",
      recipe: new URL(".", import.meta.url),
      layOut,
      files: [goMain],
      embeds: true,
    },
  ],
};

async function layOut(...[guest, folder, tools]: Parameters<LayOut>): Promise<void> {
  for (const { path, content } of await goBindings(await tools(), await readContract(guest), { module })) {
    const file = join(folder, "bindings", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  await writeFile(join(folder, "go.mod"), `module ${module}\n\ngo 1.25\n`);
  await copySources(guest, folder);
}
