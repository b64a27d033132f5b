import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BatchJob, type BuildError, exists, tellFailure, tellProgress } from "@polyplug/build";
import { artifactPath, cachedArtifact, copyToFront } from "../artifact-cache.ts";
import { buildFailure } from "../build-failure.ts";
import { withFileLock } from "../file-lock.ts";
import type { TypedGuest } from "./typed-guest.ts";
import type { JobResult, JobResults, TypedJob, TypedMeans } from "./typed-job.ts";

/** Builds guests as one project, for a compiler that takes its time over what they share. */
export async function buildTogether(jobs: readonly TypedJob[], means: TypedMeans): Promise<JobResults> {
  const { compiler, machine } = means;
  const folder = join(machine.cache, "typed", compiler.adapter.language);
  // They would build in each other's folder, and wait for each other's compiler anyway.
  const failed = await withFileLock(join(folder, "lock"), machine.signal, async () => {
    const missing: TypedJob[] = [];
    for (const job of jobs) if (!(await exists(artifactPath(job.wanted)))) missing.push(job);
    return missing.length === 0 ? new Map<TypedJob, BuildError>() : buildMissing(missing, folder, means);
  });
  const results = jobs.map(async (job): Promise<[TypedGuest, JobResult]> => {
    const error = failed.get(job);
    if (error !== undefined) return [job.guest, { error }];
    const path = artifactPath(job.wanted);
    return [job.guest, { path, newest: await copyToFront(path) }];
  });
  return new Map(await Promise.all(results));
}

async function buildMissing(
  jobs: readonly TypedJob[],
  folder: string,
  means: TypedMeans,
): Promise<ReadonlyMap<TypedJob, BuildError>> {
  const { compiler, machine, slots } = means;
  const members = memberNames(jobs);
  const made = join(folder, "made");
  const outs = new Map([...members.keys()].map((name) => [name, join(made, `${name}.wasm`)]));
  for (const emptied of [join(folder, "source"), made]) {
    await rm(emptied, { recursive: true, force: true });
    await mkdir(emptied, { recursive: true });
  }
  const task = `build ${jobs.length} guests in ${compiler.adapter.title} for ${compiler.makes}`;
  const failures = await slots.run(() =>
    tellProgress(task, machine.onProgress, () =>
      buildMembers(members, { source: join(folder, "source"), target: compiler.target, outs }, means).catch(
        (error: unknown) => {
          throw buildFailure(task, error);
        },
      ),
    ),
  );
  const failed = new Map<TypedJob, BuildError>();
  for (const [name, job] of members) {
    const failure = failures.get(name);
    if (failure === undefined) {
      await cachedArtifact(job.wanted, (out) => rename(outs.get(name) ?? "", out));
      continue;
    }
    const error = buildFailure(job.task, failure);
    tellFailure(job.task, error, machine.onProgress);
    failed.set(job, error);
  }
  return failed;
}

async function buildMembers(
  members: ReadonlyMap<string, TypedJob>,
  batch: BatchJob,
  { compiler, toolchain, tools }: TypedMeans,
): Promise<ReadonlyMap<string, BuildError>> {
  for (const [name, { guest }] of members) {
    const folder = join(batch.source, name);
    await mkdir(folder);
    await compiler.layOut(guest, folder, tools.loaded);
  }
  await compiler.layOutBatch?.(batch.source, [...members.keys()]);
  if (toolchain.buildBatch === undefined) throw new Error(`${compiler.adapter.title} builds one guest at a time`);
  return toolchain.buildBatch(batch);
}

/** Compilers show the folders' names in their messages. Topics of several places may be called the same. */
function memberNames(jobs: readonly TypedJob[]): ReadonlyMap<string, TypedJob> {
  const members = new Map<string, TypedJob>();
  for (const job of jobs) {
    const { topic } = job.guest;
    let name = topic;
    for (let n = 2; members.has(name); n += 1) name = `${topic}-${n}`;
    members.set(name, job);
  }
  return members;
}
