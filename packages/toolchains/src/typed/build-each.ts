import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { tellProgress } from "@polyplug/build";
import { cachedArtifact, copyToFront } from "../artifact-cache.ts";
import { buildFailure } from "../build-failure.ts";
import { failureOf } from "../failure-of.ts";
import { readContract } from "./guest-sources.ts";
import type { TypedGuest } from "./typed-guest.ts";
import type { JobResult, JobResults, TypedJob, TypedMeans } from "./typed-job.ts";

/** Builds guests side by side, each in a folder of its own. */
export async function buildEach(jobs: readonly TypedJob[], means: TypedMeans): Promise<JobResults> {
  const results = jobs.map(async (job): Promise<[TypedGuest, JobResult]> => {
    return [job.guest, await buildOne(job, means).catch((error: unknown) => failureOf(error, means.machine))];
  });
  return new Map(await Promise.all(results));
}

async function buildOne({ guest, task, wanted }: TypedJob, means: TypedMeans): Promise<JobResult> {
  const { compiler, toolchain, machine, tools, slots } = means;
  const build = async (out: string) => {
    const source = join(dirname(out), "source");
    await mkdir(source);
    const { target, files, embeds } = compiler;
    await compiler.layOut(guest, source, tools.loaded);
    await toolchain.build({ source, target, out, files, wit: guest.wit, locked: true });
    if (embeds) {
      const bindgen = await tools.loaded();
      await writeFile(out, await bindgen.embed(await readFile(out), await readContract(guest)));
    }
  };
  const path = await cachedArtifact(wanted, (out) =>
    slots.run(() =>
      tellProgress(task, machine.onProgress, () =>
        build(out).catch((error: unknown) => {
          throw buildFailure(task, error);
        }),
      ),
    ),
  );
  return { path, newest: await copyToFront(path) };
}
