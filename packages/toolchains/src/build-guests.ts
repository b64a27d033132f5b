import { copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { StartingGrant, Target, Toolchain } from "./adapter.ts";
import { adapters } from "./adapters.ts";
import { cachedArtifact, folderContent } from "./artifact-cache.ts";
import { BuildError } from "./build-error.ts";
import { discoverGuests, type Guest } from "./discover-guests.ts";
import { equip } from "./equip.ts";
import type { Machine } from "./machine.ts";
import { type OnProgress, tellProgress } from "./progress.ts";
import { repository, thisMachine } from "./this-machine.ts";

export interface BuildGuestsOptions {
  /** The repository. By default the one that this file is in. */
  readonly root?: string;
  /** Only the guests of these topics. By default all. */
  readonly topics?: readonly string[];
  /** By default this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onProgress?: OnProgress;
  /** Ends all compilers and installers, and rejects. */
  readonly signal?: AbortSignal;
}

/** Which guest an artifact is of. */
export interface GuestName {
  readonly topic: string;
  readonly language: string;
  readonly target: Target;
}

/** A plugin in the cache, under a path that keeps its content for ever. */
export interface BuiltGuest extends GuestName {
  readonly path: string;
  /** What it cannot start without. */
  readonly grant: StartingGrant;
}

/** A guest whose language cannot be had here, and what to do about it in one line. */
export interface UnbuiltGuest extends GuestName {
  readonly cure: string;
}

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds every guest of a repository for every target it names, first getting the compilers that are missing and can
 * be got. What was built before from the same sources with the same compiler is not built again.
 *
 * Gives one entry a guest and target, in the order of topics, adapters and targets. A language that cannot be had gives a
 * cure and does not keep the others from being built. A guest that does not compile throws a {@link BuildError} with
 * everything that the compiler printed, after the other languages are done.
 */
export async function buildGuests(options: BuildGuestsOptions = {}): Promise<readonly (BuiltGuest | UnbuiltGuest)[]> {
  const { root = repository, topics, ...known } = options;
  const machine = thisMachine(known, root);
  const all = await discoverGuests(root);
  const guests = all.filter(({ topic }) => topics === undefined || topics.includes(topic));
  if (guests.length === 0) throw new BuildError("build guests", `no topic is called ${topics?.join(" or ")}`);

  const recipe = await folderContent(here);
  const languages = [...adapters.values()].filter((adapter) => guests.some((guest) => guest.adapter === adapter));
  const built = await Promise.allSettled(
    languages.map(async (adapter) => {
      const toolchain = await equip(adapter, machine);
      const results: (BuiltGuest | UnbuiltGuest)[] = [];
      for (const guest of guests.filter((guest) => guest.adapter === adapter)) {
        for (const target of guest.targets) {
          const name = { topic: guest.topic, language: adapter.language, target };
          if ("cure" in toolchain) results.push({ ...name, cure: toolchain.cure });
          else {
            const path = await buildGuest(guest, target, { toolchain, recipe, machine });
            results.push({ ...name, path, grant: adapter.grant });
          }
        }
      }
      return results;
    }),
  );
  const failures = built.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join("\n\n"));
  const results = built.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  return results.sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0));
}

interface Means {
  readonly toolchain: Toolchain;
  /** The content of this package: a changed flag changes it. */
  readonly recipe: readonly (string | Uint8Array)[];
  readonly machine: Machine;
}

async function buildGuest(guest: Guest, target: Target, { toolchain, recipe, machine }: Means): Promise<string> {
  const { topic, folder: source, adapter } = guest;
  const folder = join(machine.cache, "guests", topic, adapter.language, target);
  const name = `${topic}.wasm`;
  const key = [toolchain.version, target, ...recipe, "guest", ...(await folderContent(source))];
  const path = await cachedArtifact({ folder, key, name, signal: machine.signal }, (out) => {
    const task = `build ${topic}/${adapter.language} for ${target}`;
    const compile = async () => {
      await tellProgress(task, machine.onProgress, () => toolchain.build({ source, target, out }));
    };
    return compile().catch((error: unknown) => {
      throw new BuildError(task, error instanceof Error ? error.message : String(error), error);
    });
  });
  // The path that people may rely on: always the newest.
  const draft = join(folder, `${process.pid}.draft`);
  await copyFile(path, draft);
  await rename(draft, join(folder, name));
  return path;
}
