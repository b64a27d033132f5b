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
  // Ours runs in this thread, and each question to wasmtime is a process of its own.
  const ours = entries.filter(({ way }) => way.engine === "polyplug");
  const theirs = entries.filter(({ way }) => way.engine === "wasmtime");
  await Promise.all([work(ours), ...Array.from({ length: availableParallelism() }, () => work(theirs))]);
  return entries.flatMap((entry) => results.get(entry) ?? []);
}
