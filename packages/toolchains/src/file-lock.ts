import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs a step while no other process of this machine runs one under the same path. The lock of a process that ended
 * without giving it back is taken over.
 */
export async function withFileLock<T>(
  path: string,
  signal: AbortSignal | undefined,
  step: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    if (await isStale(path)) await rm(path, { force: true });
    else await sleep(100, undefined, { signal });
  }
  try {
    return await step();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(`${process.pid}`);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(path, "utf8"));
    // Between its creation and its content the file is empty, and its owner alive.
    if (owner === 0) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ESRCH") return true;
    if (code === "ENOENT" || code === "EPERM") return false;
    throw error;
  }
}
