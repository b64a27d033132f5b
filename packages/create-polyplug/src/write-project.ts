import { mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileFault } from "@polyplug/errors";
import { CreateError } from "./create-error.ts";
import type { ProjectFile } from "./read-template.ts";

/** Throws unless a project may be made there: in a folder that is empty or does not exist yet. */
export async function checkFolder(folder: string): Promise<void> {
  let entries: readonly string[];
  try {
    entries = await readdir(folder);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    const reason = codeOf(error) === "ENOTDIR" ? "it is a file" : reasonOf(error);
    throw new CreateError("refused", `cannot create a project in ${folder}: ${reason}`, { cause: error });
  }
  if (entries.length === 0) return;
  const found = entries.slice(0, 3).join(", ") + (entries.length > 3 ? ", …" : "");
  const cure = "choose another folder, or empty this one; nothing was changed";
  throw new CreateError("refused", `cannot create a project in ${folder}: it is not empty (${found}); ${cure}`);
}

/** Writes all files or, when one cannot be written or `signal` fires, none: folders that were made for it are removed too. */
export async function writeProject(folder: string, files: readonly ProjectFile[], signal: AbortSignal): Promise<void> {
  const made: string[] = [];
  try {
    for (const { path, text } of files) {
      if (signal.aborted) throw new CreateError("interrupted", "interrupted; nothing was left behind");
      const file = join(folder, path);
      await makeFolder(dirname(file), made);
      await writeNew(file, text);
      made.push(file);
    }
  } catch (error) {
    await remove(made);
    if (error instanceof CreateError) throw error;
    const message = `cannot create a project in ${folder}: ${reasonOf(error)}; nothing was left behind`;
    throw new CreateError("failed", message, { cause: error });
  }
}

/** Never over what is there, since somebody else may have been quicker, and never by half. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") await rm(file, { force: true });
    throw error;
  }
}

/** Makes a folder with those above it, and notes each that was not there. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const highest = await mkdir(folder, { recursive: true });
  if (highest === undefined) return;
  const lowest = resolve(folder);
  const chain: string[] = [];
  for (let at = lowest; ; at = dirname(at)) {
    chain.unshift(at);
    if (at === resolve(highest)) break;
  }
  made.push(...chain);
}

/** Files and folders in the reverse of the order in which they were made, folders only where nobody put something in. */
async function remove(made: readonly string[]): Promise<void> {
  for (const path of [...made].reverse()) {
    await rm(path).catch(async (error: unknown) => {
      if (codeOf(error) !== "ERR_FS_EISDIR") throw error;
      await rmdir(path).catch((failure: unknown) => {
        if (codeOf(failure) !== "ENOTEMPTY" && codeOf(failure) !== "EEXIST") throw failure;
      });
    });
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function reasonOf(error: unknown): string {
  if (codeOf(error) === "EEXIST") return "a file that it would write came to be there meanwhile";
  return fileFault(error);
}
