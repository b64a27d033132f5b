import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { messageOf } from "@polyplug/errors";
import { BuildError } from "./build-error.ts";
import type { Machine } from "./machine.ts";

export interface NpmPackage {
  /** A URL that ends in a slash. */
  readonly folder: URL;
  readonly version: string;
  /** What `import` takes. */
  readonly entry: string;
}

interface Manifest {
  readonly version: string;
  readonly main?: string;
  readonly exports?: Conditions & { readonly "."?: Conditions };
}

interface Conditions {
  readonly import?: string;
  readonly default?: string;
}

/** A package that npm installed for the project, or else beside this one, or `undefined` where it did neither. */
export async function npmPackage(name: string, { project, ownPackages }: Machine): Promise<NpmPackage | undefined> {
  const own = project === undefined ? undefined : await searchUpward(name, pathToFileURL(`${project}/`));
  if (own !== undefined || ownPackages) return own;
  return searchUpward(name, new URL(".", import.meta.url));
}

/**
 * Node resolves from where the asking module lies, and that is not the project. `require.resolve` could, were it not for
 * packages that are there for `import` alone.
 */
async function searchUpward(name: string, from: URL): Promise<NpmPackage | undefined> {
  for (let base = from, last = ""; base.href !== last; base = new URL("..", base)) {
    last = base.href;
    const folder = new URL(`node_modules/${name}/`, base);
    const text = await readFile(new URL("package.json", folder), "utf8").catch(undefinedIfAbsent);
    if (text === undefined) continue;
    // What a path has of them is for Node.js no part of a module's.
    if (/%5C|%2F/i.test(folder.pathname)) {
      const reason = "Node.js loads no packages from a path with a backslash: move the project";
      throw new BuildError(`use ${fileURLToPath(folder)}`, reason);
    }
    const { version, main = "index.js", exports = {} } = manifestOf(text, folder);
    const conditions = exports["."] ?? exports;
    return { folder, version, entry: new URL(conditions.import ?? conditions.default ?? main, folder).href };
  }
  return undefined;
}

function manifestOf(text: string, folder: URL): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    const reason = `its package.json is no JSON, so that npm has to install it again: ${messageOf(cause)}`;
    throw new BuildError(`use ${fileURLToPath(folder)}`, reason, { cause });
  }
}

function undefinedIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}
