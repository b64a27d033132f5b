import { type Dirent, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";
import { holdsSources } from "./holds-sources.ts";

/**
 * The files that show what a project is: those of its folder and of everything below `src`, as paths with slashes, in a
 * stable order.
 */
export async function projectFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    const reasons: Readonly<Record<string, string>> = { ENOENT: "there is no such folder", ENOTDIR: "it is no folder" };
    const reason = reasons[cause.code ?? ""] ?? fileFault(cause);
    throw new BuildError(`read ${folder}`, reason, { cause });
  });
  const own = files.filter((entry) => isFile(folder, entry)).map(({ name }) => name);
  const below = files.some((entry) => entry.name === "src" && entry.isDirectory())
    ? await filesBelow(folder, "src")
    : [];
  return [...own, ...below].sort();
}

/** Sources that several projects have may be links. */
function isFile(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isFile() === true;
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const inside = `${path}/${entry.name}`;
    if (!entry.isDirectory()) return isFile(join(folder, path), entry) ? [inside] : [];
    return holdsSources(entry.name) ? filesBelow(folder, inside) : [];
  });
  return (await Promise.all(nested)).flat();
}
