import { mkdir, rename, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "./build-error.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

/** What came of a step. */
export interface Finished<T> {
  /** The files that are to be kept, by their paths in the empty folder. */
  readonly files: readonly string[];
  readonly result: T;
}

/**
 * Gives a step an empty folder on the way to an output folder, and afterwards moves the files into that one which it
 * says. Where it throws, what was there stays, and nothing else is left.
 */
export async function withWorkshop<T>(out: string, step: (folder: string) => Promise<Finished<T>>): Promise<T> {
  const highest = await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new BuildError(`write to ${out}`, fileFault(cause), { cause });
  });
  try {
    // Beside what it will replace: renaming is only at once within one file system.
    return await withTemporaryFolder(join(out, ".polyplug-"), async (folder) => {
      const { files, result } = await step(folder);
      for (const name of files) await move(join(folder, name), join(out, name));
      return result;
    });
  } catch (error) {
    if (highest !== undefined) await removeIfEmpty(out, highest);
    throw error;
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  } catch (cause) {
    throw new BuildError(`write ${to}`, fileFault(cause), { cause });
  }
}

/** A folder, and those above it up to the highest that was made, as far as nobody put something in. */
async function removeIfEmpty(folder: string, highest: string): Promise<void> {
  for (let path = resolve(folder); path.startsWith(resolve(highest)); path = dirname(path)) {
    try {
      await rmdir(path);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(code)) throw error;
      return;
    }
  }
}
