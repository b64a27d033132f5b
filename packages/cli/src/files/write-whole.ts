import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileFault, PluginError } from "@polyplug/errors";

/**
 * Writes a file whole or not at all, with the folders that it is in. One that says the same already stays untouched, so
 * that nobody who watches it is woken; gives whether it was written.
 */
export async function writeWhole(path: string, text: string): Promise<boolean> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if ((await readIfThere(path)) === text) return false;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, path);
    return true;
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    const action = `write ${path}`;
    throw new PluginError({ code: "bad-argument", action, reason: fileFault(cause), path, cause });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
