import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PluginError, PluginSwap, WatchHooks } from "@polyplug/host";

/** What a watch told, in order, and who waits for the next. */
export class Told {
  readonly swaps: PluginSwap[] = [];
  readonly failures: PluginError[] = [];
  #wake: (() => void)[] = [];

  readonly hooks: WatchHooks = {
    onSwap: (swap) => {
      this.swaps.push(swap);
      this.#tell();
    },
    onFailure: (error) => {
      this.failures.push(error);
      this.#tell();
    },
  };

  /** Waits until as many swaps and failures as these have been told. */
  async until(swaps: number, failures: number): Promise<void> {
    while (this.swaps.length < swaps || this.failures.length < failures) {
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  #tell(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}

/** A folder of one's own with a file in it. */
export async function folderWith(name: string, bytes: Uint8Array): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "polyplug-watch-"));
  const file = join(path, name);
  await writeFile(file, bytes);
  return { path, file, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

export interface Folder extends AsyncDisposable {
  readonly path: string;
  readonly file: string;
}

/** Some time without a reason to be sure that nothing comes: longer than a swap and a failure take. */
export const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
