import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadBindgen } from "@polyplug/bindgen";

const contract = join(import.meta.dirname, "../examples/text-filter/wit/world.wit");

/** Writes the bindings of the examples' contract into a folder, which it makes. */
export async function writeBindings(language: "c" | "cpp", folder: string): Promise<void> {
  const bindgen = await loadBindgen();
  const text = await readFile(contract, "utf8");
  await mkdir(folder, { recursive: true });
  for (const { path, content } of await bindgen.generate([{ path: "world.wit", text }], { language })) {
    await writeFile(join(folder, path), content);
  }
}
