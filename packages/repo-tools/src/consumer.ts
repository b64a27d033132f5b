import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "./run.ts";

/**
 * Somebody's empty project, with these tarballs installed and nothing else, peers neither. Needs no network, and nothing
 * that npm happens to have in its cache.
 */
export async function installPacked(tarballs: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: "consumer", version: "1.0.0", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const cache = await mkdtemp(join(tmpdir(), "polyplug-npm-cache-"));
  try {
    const alone = ["--offline", "--cache", cache, "--legacy-peer-deps", "--no-audit", "--no-fund", "--no-package-lock"];
    await runOrThrow("npm", ["install", ...alone, ...tarballs], folder);
  } finally {
    await rm(cache, { recursive: true });
  }
}

/** The names of the packages in a project's `node_modules`, at any depth. */
export async function installedPackages(folder: string): Promise<string[]> {
  const paths = await filesBelow(join(folder, "node_modules"));
  const names = paths.map(
    (path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/@.]+)\//.exec(`node_modules/${path}`)?.[1],
  );
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** The bytes of all files in a project's `node_modules`. */
export async function installedSize(folder: string): Promise<number> {
  const modules = join(folder, "node_modules");
  const sizes = (await filesBelow(modules)).map(async (path) => (await stat(join(modules, path))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
