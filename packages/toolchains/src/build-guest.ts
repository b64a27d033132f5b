import { join } from "node:path";
import { type Toolchain, tellProgress } from "@polyplug/build";
import type { BuiltGuest, Target } from "@polyplug/built-guests";
import { cachedArtifact, copyToFront, folderContent } from "./artifact-cache.ts";
import { buildFailure } from "./build-failure.ts";
import type { Guest } from "./discover-guests.ts";
import { describeGuest } from "./guest-outcome.ts";
import type { Machine } from "./machine.ts";

/** What every guest of a language is built with. */
export interface Means {
  readonly toolchain: Toolchain;
  /** What decides how the language is compiled. */
  readonly recipe: readonly (string | Uint8Array)[];
  readonly machine: Machine;
}

/** Builds one guest for one target, unless that was done before, and says where the artifact is. */
export async function buildGuest(
  guest: Guest,
  target: Target,
  { toolchain, recipe, machine }: Means,
): Promise<Pick<BuiltGuest, "path" | "newest">> {
  const { topic, folder: source, adapter } = guest;
  const folder = join(machine.cache, "guests", topic, adapter.language, target);
  const name = `${topic}.wasm`;
  const key = [toolchain.version, target, ...recipe, "guest", ...(await folderContent(source))];
  const task = `build ${describeGuest({ topic, language: adapter.language, target })}`;
  const path = await cachedArtifact({ folder, key, name, signal: machine.signal }, async (out) => {
    await tellProgress(task, machine.onProgress, () =>
      toolchain.build({ source, target, out, locked: true }).catch((error: unknown) => {
        throw buildFailure(task, error);
      }),
    );
  });
  const newest = await copyToFront(path);
  return { path, newest };
}
