import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMilliseconds = 1000;
/** A lock that nobody has touched for so long is nobody's, whatever now runs under its owner's number. */
const silenceMilliseconds = 15_000;

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
  let heartbeat = Promise.resolve();
  const timer = setInterval(() => {
    heartbeat = utimes(path, new Date(), new Date()).catch(unlessGone);
  }, heartbeatMilliseconds);
  try {
    return await step();
  } finally {
    clearInterval(timer);
    await heartbeat;
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
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > silenceMilliseconds) return true;
    const owner = Number(await readFile(path, "utf8"));
    // Between its creation and its content the file is empty, and its owner alive.
    if (owner !== 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ESRCH") return true;
    // It was given back meanwhile, or its owner is another user's process.
    if (code === "ENOENT" || code === "EPERM") return false;
    throw error;
  }
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
