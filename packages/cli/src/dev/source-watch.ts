import { createHash } from "node:crypto";
import { once } from "node:events";
import { fstatSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { holdsSources } from "@polyplug/build";
import { messageOf, PluginError } from "@polyplug/errors";
import { type FSWatcher, watch } from "chokidar";

/** How long nothing may change before what has changed is told of, in milliseconds: editors and tools save in bursts. */
const quiet = 30;

/** What is watched: folders and files, by absolute paths. */
export interface Watched {
  readonly roots: readonly string[];
  /** Folders below them that are left out. */
  readonly except: readonly string[];
}

/** Tells which sources have changed: whose content is another, not whose date is. */
export class SourceWatch {
  readonly #watcher: FSWatcher;
  readonly #hashes = new Map<string, string>();
  readonly #changed = new Set<string>();
  #reading: Promise<void> = Promise.resolve();
  #wake: (() => void) | undefined;
  #fault: PluginError | undefined;

  private constructor({ roots, except }: Watched) {
    const ignored = (path: string): boolean => {
      const full = resolve(path);
      if (except.some((folder) => full === folder || full.startsWith(folder + sep))) return true;
      const root = roots.find((one) => full === one || full.startsWith(one + sep));
      return root !== undefined && !relative(root, full).split(sep).every(holdsSources);
    };
    this.#watcher = watch([...roots], { ignored, ignorePermissionErrors: true });
  }

  /** Begins, and waits until everything has been seen once. Throws `unsupported` where the system has no watches left. */
  static async start(watched: Watched): Promise<SourceWatch> {
    const started = new SourceWatch(watched);
    for (const event of ["add", "change", "unlink"] as const) {
      started.#watcher.on(event, (path) => started.#see(path));
    }
    started.#watcher.on("error", (cause) => {
      started.#fault ??= unwatchable(cause);
      started.#wake?.();
    });
    try {
      await once(started.#watcher, "ready");
    } catch (cause) {
      await started.close();
      throw unwatchable(cause);
    }
    await started.#reading;
    started.#changed.clear();
    return started;
  }

  /**
   * Waits until something has changed and all is quiet, and gives the files. None where the signal is aborted. Throws
   * `unsupported` where they cannot be watched any longer.
   */
  async next(signal: AbortSignal): Promise<readonly string[]> {
    const abort = (): void => this.#wake?.();
    signal.addEventListener("abort", abort, { once: true });
    try {
      while (this.#changed.size === 0 && this.#fault === undefined && !signal.aborted) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      for (let before = -1; before !== this.#changed.size && !signal.aborted; ) {
        before = this.#changed.size;
        await new Promise((resolve) => setTimeout(resolve, quiet));
      }
      if (this.#fault !== undefined) throw this.#fault;
      const files = [...this.#changed].sort();
      this.#changed.clear();
      return signal.aborted ? [] : files;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  async close(): Promise<void> {
    await this.#watcher.close();
  }

  #see(path: string): void {
    this.#reading = this.#reading.then(async () => {
      // Each build would be the cause of the next.
      if (isOwnOutput(path)) return;
      const hash = await hashOf(path);
      if (this.#hashes.get(path) === hash) return;
      this.#hashes.set(path, hash);
      this.#changed.add(path);
      this.#wake?.();
    });
  }
}

/** Whether it is where this process writes what it tells: `polyplug dev > told.txt`. */
function isOwnOutput(path: string): boolean {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return [1, 2].some((stream) => {
    const own = fstatSync(stream, { bigint: true });
    return found !== undefined && own.dev === found.dev && own.ino === found.ino;
  });
}

function unwatchable(cause: unknown): PluginError {
  return new PluginError({ code: "unsupported", action: "watch the sources", reason: messageOf(cause), cause });
}

/** Of a file that is gone, or may not be read, the empty text. */
async function hashOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined ? "" : createHash("sha256").update(bytes).digest("base64");
}
