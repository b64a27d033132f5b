import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@polyplug/toolchains";

/** Where the examples are, one a folder. */
export const examplesFolder: string = join(repository, "examples");

/** The examples that have a host, `host.ts`, in the order of their names. */
export async function exampleNames(): Promise<readonly string[]> {
  const names = (await readdir(examplesFolder)).sort();
  const runnable = await Promise.all(
    names.map(async (name) => (await readdir(join(examplesFolder, name))).includes("host.ts")),
  );
  return names.filter((_, place) => runnable[place]);
}
