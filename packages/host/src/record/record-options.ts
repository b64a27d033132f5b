/** Where the calls of a plugin are recorded, and how much of them. */
export interface RecordOptions {
  /**
   * The path of a file, which is written anew, or a function that is given each line, with its line feed. If it fails, the
   * record ends and the plugin goes on: an event `record` has the error, which is an uncaught exception where nobody listens.
   */
  readonly to: string | ((line: string) => unknown);
  /**
   * Bytes that the record may have, as a number or such as `"64MiB"`, at least 4 KiB. What would go beyond ends it with
   * a line that says so, and the plugin goes on unrecorded. Default: `"64MiB"`.
   */
  readonly maxSize?: number | string | undefined;
}
