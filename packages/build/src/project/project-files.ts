import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildError } from "../build-error.ts";

/** Where other things lie than the sources of a plugin: packages, what compilers leave, what is made. */
const others = /^(\..*|node_modules|target|dist|build|bindings)$/;

/**
 * The files that show what a project is: those of its folder and of everything below `src`, as paths with slashes, in a
 * stable order.
 */
export async function projectFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new BuildError(`read ${folder}`, cause.code === "ENOENT" ? "there is no such folder" : cause.message, {
      cause,
    });
  });
  const own = files.filter((entry) => entry.isFile()).map(({ name }) => name);
  const below = files.some((entry) => entry.name === "src" && entry.isDirectory())
    ? await filesBelow(folder, "src")
    : [];
  return [...own, ...below].sort();
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const nested = entries.map((entry) => {
    const inside = `${path}/${entry.name}`;
    if (!entry.isDirectory()) return [inside];
    return others.test(entry.name) ? [] : filesBelow(folder, inside);
  });
  return (await Promise.all(nested)).flat();
}
