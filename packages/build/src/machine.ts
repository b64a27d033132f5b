import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { OnProgress } from "./progress.ts";

/** The computer as adapters see it: handed over, so that a test can describe another one. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder whose npm packages come before those beside this one. */
  readonly project?: string | undefined;
  /** Whether those beside this one do not count at all. By default they do. */
  readonly ownPackages?: boolean | undefined;
  /** A folder that survives runs, for what compilers keep from one to the next. By default each keeps it where it likes. */
  readonly cache?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Ends the running compilers and installers. */
  readonly signal?: AbortSignal | undefined;
}

/** The absolute path of a program on the machine's PATH. */
export async function findProgram(name: string, machine: Machine): Promise<string | undefined> {
  const { PATH = "" } = machine.env;
  for (const folder of PATH.split(delimiter)) {
    const file = join(folder, name);
    if (folder !== "" && (await exists(file, constants.X_OK))) return file;
  }
  return undefined;
}

/** Whether a file or folder is there and allows what is asked, by default to be seen. */
export async function exists(path: string, mode: number = constants.F_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    // Anything else, such as a disk that fails, says nothing of the file.
    if (!["ENOENT", "ENOTDIR", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return false;
  }
}
