import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { BuildError, exists } from "@polyplug/build";
import type { Target } from "@polyplug/built-guests";
import { adapters, type GuestAdapter } from "./adapters.ts";
import type { FailedGuest } from "./guest-outcome.ts";

/** A plugin's sources: the folder `examples/<topic>/<language>` with a file `plugin.*` in it. */
export interface Guest {
  readonly topic: string;
  readonly adapter: GuestAdapter;
  readonly folder: string;
  /** The adapter's, or those that the guest's `guest.json` names. */
  readonly targets: readonly Target[];
}

/**
 * Every guest of a repository. A folder that is not as a guest has to be, or of a language that nobody builds, is there
 * with its error. Finding nothing at all throws.
 */
export async function discoverGuests(root: string): Promise<readonly (Guest | FailedGuest)[]> {
  const guests: (Guest | FailedGuest)[] = [];
  const examples = join(root, "examples");
  for (const topic of await foldersIn(examples)) {
    for (const language of await foldersIn(join(examples, topic))) {
      try {
        guests.push(...(await guestsIn(root, topic, language)));
      } catch (error) {
        if (!(error instanceof BuildError)) throw error;
        guests.push({ topic, language, error });
      }
    }
  }
  if (guests.length === 0) throw new BuildError(`discover guests in ${examples}`, "there is none");
  return guests;
}

/** The guest of a folder, if it is one: other hosts have theirs beside it. */
async function guestsIn(root: string, topic: string, language: string): Promise<readonly Guest[]> {
  const folder = join(root, "examples", topic, language);
  const action = `build ${relative(root, folder)}`;
  const adapter = adapters.get(language);
  const hasPlugin = (await readdir(folder)).some((file) => file.startsWith("plugin."));
  if (adapter !== undefined && hasPlugin) {
    return [{ topic, adapter, folder, targets: await targetsOf(root, folder, adapter) }];
  }
  if (adapter !== undefined)
    throw new BuildError(action, "a guest is a folder with a file plugin.*, and there is none");
  if (!hasPlugin) return [];
  throw new BuildError(action, `no adapter builds ${language}, only ${[...adapters.keys()].join(", ")}`);
}

async function foldersIn(path: string): Promise<readonly string[]> {
  if (!(await exists(path))) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function targetsOf(root: string, folder: string, adapter: GuestAdapter): Promise<readonly Target[]> {
  const file = join(folder, "guest.json");
  if (!(await exists(file))) return adapter.targets;
  const action = `read ${relative(root, file)}`;
  const { targets, ...unknown } = parseObject(await readFile(file, "utf8"), action);
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new BuildError(action, `unknown key ${stranger}, only targets is known`);
  if (!Array.isArray(targets) || targets.length === 0) {
    throw new BuildError(action, "targets is a list of at least one");
  }
  const allowed = adapter.targets.filter((target) => targets.includes(target));
  if (allowed.length !== targets.length) {
    throw new BuildError(action, `${adapter.title} is built for ${adapter.targets.join(", ")} only`);
  }
  return allowed;
}

function parseObject(text: string, action: string): { readonly targets?: unknown } {
  try {
    // A list or a number has no targets either, and null would not even be asked.
    return { ...JSON.parse(text) };
  } catch (cause) {
    throw new BuildError(action, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
