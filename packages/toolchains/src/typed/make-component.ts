import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { cachedArtifact, copyToFront } from "../artifact-cache.ts";
import { buildFailure } from "../build-failure.ts";
import { toldFailureOf } from "../failure-of.ts";
import type { JobResult, TypedJob, TypedMeans } from "./typed-job.ts";

/** Makes a component of a core plugin. Of one that could not be built comes what is known of that. */
export async function makeComponent(
  { task, wanted: { folder, key, name, signal } }: TypedJob,
  core: JobResult,
  { machine, tools }: TypedMeans,
): Promise<JobResult> {
  if (!("path" in core)) return core;
  const module = basename(dirname(core.path));
  const make = async (out: string) => {
    const bindgen = await tools.loaded();
    await writeFile(out, await bindgen.componentize(await readFile(core.path)));
  };
  try {
    const path = await cachedArtifact({ folder, key: [...key, module], name, signal }, (out) =>
      make(out).catch((error: unknown) => {
        throw buildFailure(task, error);
      }),
    );
    return { path, newest: await copyToFront(path) };
  } catch (error) {
    return toldFailureOf(task, machine)(error);
  }
}
