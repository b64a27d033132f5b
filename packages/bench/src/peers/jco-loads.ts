import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Way } from "../measure.ts";
import { programs, type Ran, runNode } from "../run-program.ts";
import type { PeerPackages } from "./peer-packages.ts";
import { transpiled } from "./transpiled.ts";

/** The party that also does ahead of time, in each sample, what is otherwise done only once. */
export const transpiling = "jco with transpiling";

/** The ways to load a text filter with jco in a new process; `time` says what of a run counts, in milliseconds. */
export async function jcoLoads(packages: PeerPackages, component: string, time: (ran: Ran) => number): Promise<Way[]> {
  const load = programs.jcoLoadAndTransform;
  const made = await transpiled(packages, component);
  const transpileAndLoad = async () => {
    const folder = await mkdtemp(join(packages.folder, "load-"));
    try {
      return time(runNode([load, folder, packages.folder, component]));
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  return [
    { party: "jco", ready: () => () => time(runNode([load, made])) },
    { party: transpiling, ready: () => transpileAndLoad },
  ];
}
