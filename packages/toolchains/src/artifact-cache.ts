import { copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists } from "@polyplug/build";
import { contentHash } from "./content-hash.ts";
import { withFileLock } from "./file-lock.ts";

/** What compilers and editors leave in a guest's folder; it is not part of the sources. */
const leavings = /^(\..*|target|build|node_modules)$/;

/** The names and contents of all source files below a folder, in a stable order, as pieces of a hash. */
export async function folderContent(folder: string): Promise<readonly (string | Uint8Array)[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const pieces: (string | Uint8Array)[] = [];
  for (const entry of entries.filter(({ name }) => !leavings.test(name))) {
    const path = join(folder, entry.name);
    pieces.push(entry.name, ...(entry.isDirectory() ? await folderContent(path) : [await readFile(path)]));
  }
  return pieces;
}

/** What is wanted of the cache. */
export interface Wanted {
  readonly folder: string;
  /** Everything that the artifact's content depends on. */
  readonly key: Iterable<string | Uint8Array>;
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
}

/** Where the file that a key stands for lies, be it there or not. */
export function artifactPath({ folder, key, name }: Wanted): string {
  return join(folder, contentHash(key).slice(0, 16), name);
}

/**
 * Gives the file that a key stands for, made by `make` unless it is there already.
 *
 * It lies at `<folder>/<hash of the key>/<name>` and never changes. It appears whole or not at all. Of several
 * processes that want it at once, one makes it and the others wait.
 */
export async function cachedArtifact(
  { folder, key, name, signal }: Wanted,
  make: (out: string) => Promise<void>,
): Promise<string> {
  const path = artifactPath({ folder, key, name });
  if (await exists(path)) return path;
  await withFileLock(join(folder, "lock"), signal, async () => {
    if (await exists(path)) return;
    const workshop = join(folder, "making");
    // One that was interrupted may have left its own.
    await rm(workshop, { recursive: true, force: true });
    await mkdir(workshop);
    try {
      const out = join(workshop, name);
      await make(out);
      await mkdir(dirname(path), { recursive: true });
      await rename(out, path);
    } finally {
      await rm(workshop, { recursive: true });
    }
  });
  return path;
}

/** Copies an artifact out of the folder with the hash to the one above, where people find the newest. Gives the copy. */
export async function copyToFront(path: string): Promise<string> {
  const folder = dirname(dirname(path));
  const newest = join(folder, basename(path));
  const draft = join(folder, `${process.pid}.draft`);
  await copyFile(path, draft);
  await rename(draft, newest);
  return newest;
}
