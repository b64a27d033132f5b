import { copyFile, readFile, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists, tellProgress } from "@polyplug/build";
import { rust } from "../adapters.ts";
import { cachedArtifact, folderContent } from "../artifact-cache.ts";
import { buildFailure } from "../build-failure.ts";
import { equip, type Unavailable } from "../equip.ts";
import type { Machine } from "../machine.ts";
import { recipeOf } from "../recipe.ts";
import { repository } from "../this-machine.ts";

/** The WIT tools where `@polyplug/bindgen` looks for them. */
export interface BuiltBindgen {
  /** Changes with what they are built of. */
  readonly identity: string;
}

const home = join(repository, "packages/bindgen");

/**
 * Builds the plugin of `@polyplug/bindgen`, unless that was done before, and puts it into that package. Gives the cure
 * where Rust cannot be had.
 */
export async function buildBindgen(known: Machine): Promise<BuiltBindgen | Unavailable> {
  // There is one place for it, whatever repository is being built.
  const machine = { ...known, cache: join(repository, ".cache") };
  const toolchain = await equip(rust, machine);
  if ("cure" in toolchain) return toolchain;
  const source = join(home, "plugin");
  const key = [toolchain.version, ...(await recipeOf("rust")), "plugin", ...(await folderContent(source))];
  const task = "build the WIT tools";
  const path = await cachedArtifact(
    { folder: join(machine.cache, "bindgen"), key, name: "bindgen.wasm", signal: machine.signal },
    async (out) => {
      await tellProgress(task, machine.onProgress, () =>
        toolchain.build({ source, target: "wasm32-wasip1", out, locked: true }).catch((error: unknown) => {
          throw buildFailure(task, error);
        }),
      );
    },
  );
  await putInPlace(path, join(home, "bindgen.wasm"));
  return { identity: basename(dirname(path)) };
}

/** Only where it is another one: somebody may be reading it. */
async function putInPlace(path: string, place: string): Promise<void> {
  if ((await exists(place)) && (await readFile(place)).equals(await readFile(path))) return;
  const draft = `${place}.${process.pid}`;
  await copyFile(path, draft);
  await rename(draft, place);
}
