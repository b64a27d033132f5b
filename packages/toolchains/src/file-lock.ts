import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/** SQLite's number for a database that somebody else has locked. */
const busy = 5;

/**
 * Runs a step while no other of this machine runs one under the same path, in whatever process.
 *
 * The file is an empty SQLite database, since Node has no other way to a lock that the system itself gives back when
 * its holder dies. It stays there: to delete a lock is to take it from whoever has just opened it.
 */
export async function withFileLock<T>(
  path: string,
  signal: AbortSignal | undefined,
  step: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  // It would wait by itself, and hold up the thread meanwhile.
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    while (!take(lock)) await sleep(100, undefined, { signal });
    return await step();
  } finally {
    lock.close();
  }
}

function take(lock: DatabaseSync): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    return false;
  }
}
