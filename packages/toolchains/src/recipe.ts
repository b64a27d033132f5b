import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { goSdk } from "@polyplug/build";
import { folderContent } from "./artifact-cache.ts";
import { repository } from "./this-machine.ts";

/** What decides how a language is compiled, as pieces of a hash: a changed flag changes it. */
export async function recipeOf(language: string): Promise<readonly (string | Uint8Array)[]> {
  // C and C++ have one compiler.
  const folder = language === "cpp" ? "c" : language;
  return [...(await folderContent(`${repository}/packages/build/src/${folder}`)), ...(await sdkOf(language))];
}

/** What of this repository goes into guests of a language. */
async function sdkOf(language: string): Promise<readonly (string | Uint8Array)[]> {
  // Guests in Go have a copy of their SDK among their bindings.
  if (language === "go") return (await goSdk()).flatMap(({ path, content }) => [path, content]);
  if (language !== "assemblyscript") return [];
  const sdk = `${repository}/packages/sdk-assemblyscript`;
  const files = ["index.ts", "abi.ts", "transform.js"].map((file) => readFile(`${sdk}/${file}`));
  // Their bindings are not made by the plugin with the WIT tools.
  const generator = await folderContent(`${repository}/packages/bindgen/src/assemblyscript`);
  return [...(await folderContent(`${sdk}/assembly`)), ...(await Promise.all(files)), ...generator];
}

/** As {@link recipeOf}, with a folder of this package: how a guest is laid out for its compiler. */
export async function recipeWith(language: string, layOut: URL): Promise<readonly (string | Uint8Array)[]> {
  return [...(await recipeOf(language)), ...(await folderContent(fileURLToPath(layOut)))];
}
