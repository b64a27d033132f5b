import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { BuildError } from "./build-error.ts";

/** What came of a step. */
export interface Finished<T> {
  /** The files that are to be kept, by their names in the empty folder. */
  readonly files: readonly string[];
  readonly result: T;
}

/**
 * Gives a step an empty folder on the way to an output folder, and afterwards moves the files into that one which it
 * says. Where it throws, what was there stays, and nothing else is left.
 */
export async function withWorkshop<T>(out: string, step: (folder: string) => Promise<Finished<T>>): Promise<T> {
  const made = await mkdir(out, { recursive: true }).catch(unwritable(out));
  // Beside what it will replace: renaming is only at once within one file system.
  const folder = await mkdtemp(join(out, ".polyplug-")).catch(unwritable(out));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    const { files, result } = await step(folder);
    for (const name of files) await rename(join(folder, name), join(out, name));
    return result;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (made !== undefined) await removeIfEmpty(out);
    throw error;
  } finally {
    process.removeListener("exit", clear);
    await rm(folder, { recursive: true, force: true });
  }
}

function unwritable(folder: string): (cause: Error) => never {
  return (cause) => {
    throw new BuildError(`write to ${folder}`, cause.message, { cause });
  };
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
  });
}
