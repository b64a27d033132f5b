/** How much a log entry matters, from the least on. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "critical"] as const;

export type LogLevel = (typeof logLevels)[number];

/** What a plugin logged. Both texts are the plugin's own words: they may hold anything, the ends of lines too. */
export interface LogEntry {
  readonly level: LogLevel;
  /** What the plugin groups its messages by; often empty. */
  readonly context: string;
  readonly message: string;
}

/**
 * Takes what is logged: a function each entry, an object such as a stream one line of UTF-8 for each,
 * `warn context: message`, in which controls are escaped so that nobody's words can look like another entry.
 */
export type LogSink = ((entry: LogEntry) => unknown) | { write(line: Uint8Array): unknown };

export interface LoggingGrant {
  readonly to: LogSink;
  /** Entries below this level are dropped and not counted. Default `"trace"`: none is. */
  readonly level?: LogLevel | undefined;
  /**
   * Bytes over the plugin's life, each entry counted as its line, as a number or such as `"64KiB"`. Default: 1 MiB for all
   * output together.
   */
  readonly maxBytes?: number | string | undefined;
}

/**
 * A bucket of `wasi:keyvalue` that the host implements. Keys are any text. On the tier `inline` the answers must be there
 * at once; a method that throws ends the plugin, with what it threw as the cause. To answer with an `err` of the
 * specification instead, throw `new ResultError({ tag: "other", val: "…" })`.
 */
export interface KeyValueBucket {
  get(key: string): Uint8Array | undefined;
  set(key: string, value: Uint8Array): unknown;
  /** Does nothing where there is no such key. */
  delete(key: string): unknown;
  exists(key: string): boolean;
  /** The keys from the start on or from where an earlier page ended: all at once, or a page at a time. */
  listKeys(cursor: string | undefined): KeyPage;
}

export interface KeyPage {
  readonly keys: readonly string[];
  /** Where to go on; none where there is no more. A plugin of the draft 1 can only hold a number in decimal digits. */
  readonly cursor?: string | undefined;
}

/** How much a bucket in memory holds. What would not fit is answered with an `err`, and the plugin goes on. */
export interface MemoryBucketGrant {
  /** Bytes of all keys in UTF-8 and all values together, as a number or such as `"4MiB"`. Default 1 MiB. */
  readonly maxBytes?: number | string | undefined;
  /** Default 10,000. */
  readonly maxEntries?: number | undefined;
}
