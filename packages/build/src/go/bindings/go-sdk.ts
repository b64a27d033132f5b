import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BindingFile } from "@polyplug/bindgen";

/** The module `sdk-go`: beside this file where the package is built, and in the repository where it runs from its sources. */
const home = new URL(import.meta.url.endsWith(".ts") ? "../../../../../sdk-go/" : "./sdk-go/", import.meta.url);

/** The packages of the SDK, which every plugin has a copy of as `wit`: so it always fits the rest of the bindings. */
export async function goSdk(): Promise<BindingFile[]> {
  const folder = fileURLToPath(home);
  const files = await Promise.all(["", "abi", "hostlog"].map((name) => sources(folder, name)));
  return files.flat();
}

async function sources(folder: string, name: string): Promise<BindingFile[]> {
  const files = await readdir(join(folder, name));
  const own = files.filter((file) => /\.(go|s)$/.test(file) && !file.endsWith("_test.go")).sort();
  return Promise.all(
    own.map(async (file) => ({
      path: join("wit", name, file).replaceAll("\\", "/"),
      content: new Uint8Array(await readFile(join(folder, name, file))),
    })),
  );
}
