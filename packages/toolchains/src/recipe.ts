import { fileURLToPath } from "node:url";
import { goSdk } from "@polyplug/build";
import { folderContent } from "./artifact-cache.ts";
import { repository } from "./this-machine.ts";

/** What decides how a language is compiled, as pieces of a hash: a changed flag changes it. */
export async function recipeOf(language: string): Promise<readonly (string | Uint8Array)[]> {
  // C and C++ have one compiler.
  const folder = language === "cpp" ? "c" : language;
  // Guests in Go have a copy of their SDK among their bindings.
  const sdk = language === "go" ? (await goSdk()).flatMap(({ path, content }) => [path, content]) : [];
  return [...(await folderContent(`${repository}/packages/build/src/${folder}`)), ...sdk];
}

/** As {@link recipeOf}, with a folder of this package: how a guest is laid out for its compiler. */
export async function recipeWith(language: string, layOut: URL): Promise<readonly (string | Uint8Array)[]> {
  return [...(await recipeOf(language)), ...(await folderContent(fileURLToPath(layOut)))];
}
