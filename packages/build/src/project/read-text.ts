import { readFile, stat } from "node:fs/promises";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "../build-error.ts";

/** In bytes. What people write by hand is far below it, and a device or a mistaken path is not read until memory ends. */
const largest = 16 * 1024 * 1024;

/**
 * A text file of a project. Throws a {@link BuildError} for what is none or cannot be read, which calls the file `shown`.
 */
export async function readText(path: string, shown: string = path): Promise<string> {
  const action = `read ${shown}`;
  const bytes = await readRegular(path, action);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BuildError(action, "it is no text in UTF-8: save it in that encoding", { cause });
  }
}

async function readRegular(path: string, action: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    // A pipe would be waited for without end.
    if (!found.isFile()) throw new BuildError(action, found.isDirectory() ? "it is a folder" : "it is no regular file");
    if (found.size > largest) {
      throw new BuildError(action, `it has ${found.size} bytes, and ${largest} are the most`);
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof BuildError) throw cause;
    throw new BuildError(action, fileFault(cause), { cause });
  }
}
