import { copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Target, Toolchain } from "./adapter.ts";
import { cachedArtifact, folderContent } from "./artifact-cache.ts";
import { BuildError } from "./build-error.ts";
import type { Guest } from "./discover-guests.ts";
import { type BuiltGuest, describeGuest } from "./guest-outcome.ts";
import type { Machine } from "./machine.ts";
import { tellProgress } from "./progress.ts";

/** What every guest of a language is built with. */
export interface Means {
  readonly toolchain: Toolchain;
  /** The content of this package: a changed flag changes it. */
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
  const path = await cachedArtifact({ folder, key, name, signal: machine.signal }, (out) =>
    tellProgress(task, machine.onProgress, () =>
      toolchain.build({ source, target, out }).catch((error: unknown) => {
        throw new BuildError(task, reasonOf(error), { cause: error });
      }),
    ),
  );
  const newest = join(folder, name);
  const draft = join(folder, `${process.pid}.draft`);
  await copyFile(path, draft);
  await rename(draft, newest);
  return { path, newest };
}

/** The compiler's own words say it all; the command that led to them is long, and made by this package. */
function reasonOf(error: unknown): string {
  if (error instanceof BuildError && error.output) return `the compiler says\n${error.output}`;
  return error instanceof Error ? error.message : String(error);
}
