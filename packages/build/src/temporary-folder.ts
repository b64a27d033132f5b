import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileFault } from "@polyplug/errors";
import { BuildError } from "./build-error.ts";

/** Runs a step with an empty folder whose path begins so. It is gone afterwards, and where the process exits meanwhile. */
export async function withTemporaryFolder<T>(prefix: string, step: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(prefix).catch((cause: unknown) => {
    throw new BuildError(`write to ${dirname(prefix)}`, fileFault(cause), { cause });
  });
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    return await step(folder);
  } finally {
    process.removeListener("exit", clear);
    await rm(folder, { recursive: true, force: true });
  }
}
