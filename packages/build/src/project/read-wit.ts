import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { WitSource } from "@polyplug/bindgen";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";
import type { Project } from "./project.ts";
import { readText } from "./read-text.ts";

/**
 * A project's contract with everything that it depends on, by paths from the project's folder with slashes: a file, or of a
 * folder `*.wit`, `deps/*.wit` and `deps/<package>/*.wit`, as every tool of WIT reads it.
 */
export async function readWit({ folder, wit }: Pick<Project, "folder" | "wit">): Promise<readonly WitSource[]> {
  const root = resolve(folder, wit);
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    (cause: unknown) => {
      throw new BuildError(`read ${wit}`, fileFault(cause), { cause });
    },
  );
  const files = isFolder ? await witFiles(root, wit) : [undefined];
  if (files.length === 0) throw new BuildError(`read ${wit}`, "the folder has no file *.wit: write the contract there");
  return Promise.all(
    files.map(async (file) => {
      const path = file === undefined ? wit : shownPath(wit, file);
      return { path, text: await readText(file === undefined ? root : join(root, file), path) };
    }),
  );
}

/** The name `deps` is what tells the tools whose file it is, so that it may not stand in the path to the contract itself. */
function shownPath(wit: string, file: string): string {
  const isMistakable = wit.split(/[/\\]/).includes("deps");
  return (isMistakable ? file : join(wit, file)).replaceAll("\\", "/");
}

async function witFiles(root: string, wit: string): Promise<readonly string[]> {
  const list = async (path: string): Promise<readonly Dirent[]> => {
    try {
      return await readdir(join(root, path), { withFileTypes: true });
    } catch (cause) {
      throw new BuildError(`read ${join(wit, path)}`, fileFault(cause), { cause });
    }
  };
  const files = (path: string, entries: readonly Dirent[]): string[] =>
    entries.filter((entry) => entry.name.endsWith(".wit") && !entry.isDirectory()).map(({ name }) => join(path, name));
  const own = await list("");
  const found = files("", own);
  if (own.some(({ name }) => name === "deps")) {
    const packages = await list("deps");
    found.push(...files("deps", packages));
    for (const entry of packages) {
      const path = join("deps", entry.name);
      if (await isFolder(entry, join(root, path))) found.push(...files(path, await list(path)));
    }
  }
  return found.sort();
}

/** Packages that several plugins have may be links. */
async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  return entry.isDirectory() || (entry.isSymbolicLink() && (await stat(path)).isDirectory());
}
