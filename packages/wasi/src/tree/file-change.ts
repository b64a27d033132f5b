/** One thing that a plugin changed below a mount. */
export type FileChange =
  | {
      readonly kind: "file";
      /** Relative to the mount, with slashes: `reports/today.csv`. */
      readonly path: string;
      /** All that the file has now, whether it is new or was written to. Names of one file share them. */
      readonly bytes: Uint8Array;
    }
  /** A directory that was not there. What is in it follows. */
  | { readonly kind: "directory"; readonly path: string }
  /** A symlink that was not there, or led elsewhere. Its target is relative to the directory that it is in. */
  | { readonly kind: "symlink"; readonly path: string; readonly target: string }
  /** What is there no more, with all that was in it. Something else may follow under the same path. */
  | { readonly kind: "removed"; readonly path: string };

/** What became of the files that a plugin was granted. */
export interface PluginFiles {
  /**
   * What the plugin changed below that mount so far, in an order in which it can be done again: a copy, which the plugin
   * does not change any more. Times are no change, nor is a file that was written to with the bytes that it had. A file
   * that was renamed is one that is removed and one that is new, and each hard link a file of its own.
   *
   * Throws `bad-argument` where nothing is mounted under that path, and `unsupported` where the plugin made a path longer
   * than 4,095 characters.
   */
  diff(mount: string): readonly FileChange[];
}
