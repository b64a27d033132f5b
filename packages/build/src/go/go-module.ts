import { join } from "node:path";
import { BuildError } from "../build-error.ts";
import { readText } from "../project/read-text.ts";

/** What a module is called: the path of the package in its root. */
export async function goModule(folder: string): Promise<string> {
  const text = await readText(join(folder, "go.mod"));
  const [, name] = /^module\s+"?([^\s"]+)"?/m.exec(text) ?? [];
  if (name === undefined)
    throw new BuildError(`read ${join(folder, "go.mod")}`, "it has no line such as: module example.com/shout");
  return name;
}
