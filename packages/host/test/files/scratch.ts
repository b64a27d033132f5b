import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder for one test. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug-files-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** All that is in a folder: text for a file, `-> target` for a symlink, an object for a folder. */
export function contentOf(folder: string): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.isSymbolicLink()) content[name] = `-> ${readlinkSync(path)}`;
    else content[name] = found.isDirectory() ? contentOf(path) : readFileSync(path, "utf8");
  }
  return content;
}
