import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Adapter, Target } from "./adapter.ts";
import { adapters } from "./adapters.ts";
import { BuildError } from "./build-error.ts";
import { exists } from "./machine.ts";

/** A plugin's sources: the folder `examples/<topic>/<language>` with a file `plugin.*` in it. */
export interface Guest {
  readonly topic: string;
  readonly adapter: Adapter;
  readonly folder: string;
  /** The adapter's, or those that the guest's `guest.json` names. */
  readonly targets: readonly Target[];
}

/** Every guest of a repository. Finding none is an error, and so is a guest of a language that nobody builds. */
export async function discoverGuests(root: string): Promise<readonly Guest[]> {
  const guests: Guest[] = [];
  const examples = join(root, "examples");
  for (const topic of await foldersIn(examples)) {
    for (const language of await foldersIn(join(examples, topic))) {
      const folder = join(examples, topic, language);
      const plugin = (await readdir(folder)).find((file) => file.startsWith("plugin."));
      const adapter = adapters.get(language);
      if (adapter !== undefined && plugin !== undefined) {
        guests.push({ topic, adapter, folder, targets: await targetsOf(folder, adapter) });
      } else if (adapter !== undefined) {
        throw new BuildError(`discover ${folder}`, "a guest is a folder with a file plugin.*, and there is none");
      } else if (plugin !== undefined) {
        const known = [...adapters.keys()].join(", ");
        throw new BuildError(`discover ${folder}`, `no adapter builds ${language}, only ${known}`);
      }
    }
  }
  if (guests.length === 0) throw new BuildError(`discover guests in ${examples}`, "there is none");
  return guests;
}

async function foldersIn(path: string): Promise<readonly string[]> {
  if (!(await exists(path))) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function targetsOf(folder: string, adapter: Adapter): Promise<readonly Target[]> {
  const file = join(folder, "guest.json");
  if (!(await exists(file))) return adapter.targets;
  const { targets, ...unknown } = JSON.parse(await readFile(file, "utf8")) as { targets?: unknown };
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new BuildError(`read ${file}`, `unknown key ${stranger}`);
  if (!Array.isArray(targets) || targets.length === 0) {
    throw new BuildError(`read ${file}`, "targets is a list of at least one");
  }
  const allowed = adapter.targets.filter((target) => targets.includes(target));
  if (allowed.length !== targets.length) {
    throw new BuildError(`read ${file}`, `${adapter.title} is built for ${adapter.targets.join(", ")} only`);
  }
  return allowed;
}
