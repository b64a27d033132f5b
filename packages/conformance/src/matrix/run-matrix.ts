import { availableParallelism } from "node:os";
import type { Entry } from "./plan-matrix.ts";
import { type Played, playEntry } from "./play-entry.ts";

/** Plays everything, and gives what came of it in the same order. */
export async function runMatrix(entries: readonly Entry[]): Promise<readonly Played[]> {
  const results = new Map<Entry, Played>();
  const work = async (queue: Entry[]): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      results.set(entry, await playEntry(entry));
    }
  };
  // What runs in this thread comes one after another; a question to wasmtime is a process too.
  const here = entries.filter(({ way: { tier } }) => tier === "inline" || tier === "suspending");
  const elsewhere = entries.filter((entry) => !here.includes(entry));
  await Promise.all([work(here), ...Array.from({ length: availableParallelism() }, () => work(elsewhere))]);
  return entries.flatMap((entry) => results.get(entry) ?? []);
}
