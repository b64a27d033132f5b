import { readFile } from "node:fs/promises";

export interface NpmPackage {
  /** A URL that ends in a slash. */
  readonly folder: URL;
  readonly version: string;
}

/** A package that npm installed for this one, or `undefined` where it did not. */
export async function npmPackage(name: string): Promise<NpmPackage | undefined> {
  // Asking for package.json by its path would be refused where `exports` does not list it, so the folder is searched for.
  for (let base = new URL(".", import.meta.url), last = ""; base.href !== last; base = new URL("..", base)) {
    last = base.href;
    const folder = new URL(`node_modules/${name}/`, base);
    const manifest = await readFile(new URL("package.json", folder), "utf8").catch(undefinedIfAbsent);
    if (manifest !== undefined) return { folder, version: (JSON.parse(manifest) as { version: string }).version };
  }
  return undefined;
}

function undefinedIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
