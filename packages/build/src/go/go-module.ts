import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildError } from "../build-error.ts";

/** What a module is called: the path of the package in its root. */
export async function goModule(folder: string): Promise<string> {
  const text = await readFile(join(folder, "go.mod"), "utf8");
  const [, name] = /^module\s+"?([^\s"]+)"?/m.exec(text) ?? [];
  if (name === undefined)
    throw new BuildError(`read ${join(folder, "go.mod")}`, "it has no line with module and a name");
  return name;
}
