import type { HttpGrant } from "./http/http-grant.ts";
import type { HttpTransport } from "./http/http-transport.ts";
import type { KeyValueBucket, LoggingGrant, LogSink, MemoryBucketGrant } from "./service-grants.ts";
import type { FileTree } from "./tree/file-tree.ts";

/**
 * What a plugin may use. Every key is optional and nothing is granted by default: no arguments, an empty environment,
 * stdin at its end, stdout and stderr that swallow what they get, no clock, no randomness, no sleep, no files.
 *
 * A key that is not known is refused with `bad-argument`, and so is a value of another shape: a misspelt grant must
 * not be taken for one that holds.
 */
export interface Grant {
  /** Command line, the program's name first: whoever grants chooses that too. No NUL; at most 1 MiB in UTF-8. */
  readonly args?: readonly string[] | undefined;
  /** Environment variables. Names without `=`, no NUL; at most 1 MiB in UTF-8. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** What stdin reads: bytes, text as UTF-8, or a source that is asked when the plugin reads. */
  readonly stdin?: Uint8Array | string | Input | undefined;
  /**
   * Where stdout goes. The plugin ends with `output-limit` when all that it writes, to stderr and logs too, comes to more than
   * 1 MiB, or this alone to more than `maxBytes`.
   */
  readonly stdout?: Output | undefined;
  /** Where stderr goes, bounded like stdout. */
  readonly stderr?: Output | undefined;
  /** Wall clock and monotonic clock. */
  readonly clock?: true | ClockGrant | undefined;
  /** Random bytes from the platform's cryptographic source, or the same ones on each run from a seed. */
  readonly random?: true | RandomGrant | undefined;
  /** The longest that one wait may take, such as `"50ms"`. The thread blocks for that time. */
  readonly sleep?: string | undefined;
  /**
   * Directories that the plugin finds open, as `tree()` makes them. What it changes is in a layer of its own, which
   * `plugin.files` tells of: the tree itself stays as it is, and may be granted to any number of plugins.
   */
  readonly files?: FileTree | undefined;
  /** What `wasi:config/store` answers with: at most 1 MiB in UTF-8. */
  readonly config?: Readonly<Record<string, string>> | undefined;
  /** Where `wasi:logging` goes, bounded like stdout. */
  readonly logging?: LogSink | LoggingGrant | undefined;
  /**
   * The buckets of `wasi:keyvalue` by the names that plugins open, of which the empty one is the usual default: `true` or
   * `{ maxBytes, maxEntries }` is a new one in memory, which ends with the plugin; an object with `get`, `set`, `delete`,
   * `exists` and `listKeys` is the host's own.
   */
  readonly keyvalue?: Readonly<Record<string, true | MemoryBucketGrant | KeyValueBucket>> | undefined;
  /**
   * Where `wasi:http` may send requests to. A plugin that waits for a response blocks its thread, so that this is refused
   * with `unsupported` on the tier `inline`, unless it is an object that sends requests and waits by itself.
   */
  readonly http?: HttpGrant | HttpTransport | undefined;
}

/** A source of bytes that is read while the plugin waits. */
export interface Input {
  /** At most `maxBytes` bytes, an empty array if there are none yet, or `undefined` at the end. */
  read(maxBytes: number): Uint8Array | undefined;
}

/** Takes a chunk of output. The chunk is the receiver's to keep. What is returned is not looked at. */
export type Sink = ((chunk: Uint8Array) => unknown) | { write(chunk: Uint8Array): unknown };

/** A sink, or a sink with its bound. Node's streams are sinks; a stream with `isTTY` shows as a terminal. */
export type Output = Sink | OutputGrant;

export interface OutputGrant {
  readonly to: Sink;
  /** Bytes over the plugin's life, as a number or such as `"64KiB"`. Default: 1 MiB for all output together. */
  readonly maxBytes?: number | string | undefined;
}

export interface ClockGrant {
  /** What times are rounded down to, such as `"1ms"`. Default: `"1us"`, and 1 ms for the wall clock in any case. */
  readonly resolution?: string | undefined;
  /** The instant at which the clocks stand still, for runs that can be repeated; only sleeping moves them on. */
  readonly fixed?: Date | string | undefined;
}

export interface RandomGrant {
  /** The same seed gives the same bytes on every platform. They are not secret: whoever knows the seed knows them. */
  readonly seed: string | number | bigint;
}

/** The keys of a {@link Grant}. */
export const grantKeys: readonly (keyof Grant)[] = [
  "args",
  "env",
  "stdin",
  "stdout",
  "stderr",
  "clock",
  "random",
  "sleep",
  "files",
  "config",
  "logging",
  "keyvalue",
  "http",
];
