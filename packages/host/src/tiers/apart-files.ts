import type { FileChange } from "@polyplug/wasi";

/** What became of the files that a plugin was granted which runs in another thread or process. */
export interface ApartFiles {
  /**
   * What the plugin changed below that mount so far, as `diff` of a plugin on the `inline` tier tells it, once the calls are
   * over that were made before.
   *
   * Rejects with what that throws, with `unsupported` for more than 256 MiB, paths included, and where nobody is there to
   * ask: `disposed`, and `poisoned` for a plugin whose thread or process was ended, by its time limit or a signal for
   * instance. Its files went with it.
   */
  diff(mount: string): Promise<readonly FileChange[]>;
}
