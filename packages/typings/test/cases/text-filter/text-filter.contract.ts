// The contract acme:text/text-filter@1.2.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of acme:text/text-filter@1.2.0 exports. */
export interface TextFilterExports {
  readonly "acme:text/filter@1.2.0": Filter;
  readonly filter: Filter;
  readonly name: () => string;
}

/** What a host provides for a plugin of acme:text/text-filter@1.2.0. */
export interface TextFilterImports {
  readonly "acme:text/log": Log;
  readonly now: () => bigint;
}

export type Level = "info" | "warning";

/** Where lines are told of. */
export interface Log {
  /** Writes a line. */
  readonly write: (level: Level, line: string) => void;
}

/**
 * How much of a line is looked at.
 *
 * - `whole-line`: All of it.
 */
export type Scope = "whole-line" | "first-word";

/** What a filter is told. */
export interface Options {
  scope: Scope;
  /** The longest line that may come out, in characters. */
  maxLength?: number | undefined;
  /** Marks to be put around. */
  marks: string[];
}

export type Reason = string;

/**
 * What became of a line.
 *
 * - `changed`: The line as it is now.
 */
export type Outcome = { tag: "unchanged" } | { tag: "changed"; val: string } | { tag: "removed"; val: Reason };

export interface Features {
  unicode: boolean;
  rightToLeft: boolean;
}

export interface Failure {
  line: number;
  message: string;
}

/** A filter that keeps what it has seen. */
export interface Session extends Disposable {
  /** Feeds a line. */
  feed(line: string): string | undefined;
}

/** Changes lines. */
export interface Filter {
  /** A filter that keeps what it has seen. */
  readonly Session: {
    new (options: Options): Session;
    /** How many are open. */
    readonly open: () => number;
  };
  /**
   * Changes one line.
   *
   * A filter may look at `options` each time.
   *
   * @throws {ResultError<Failure>}
   */
  readonly transform: (line: string, options: Options) => Outcome;
  /**
   * The number of each letter.
   *
   * @since 1.1.0
   */
  readonly histogram: (bytes: Uint8Array | readonly number[], weights: Float64Array | readonly number[]) => Uint32Array;
  readonly able: (features: Partial<Features>) => Features;
  readonly finish: (session: Session) => [string, bigint][];
}

/** A plugin that changes text line by line. */
export const contract: Contract<TextFilterExports, TextFilterImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHlQYBQQIBQQ0BQgQBbQIEaW5mbwd3YXJuaW5nBAAFbGV2ZWwDAAABQAIFbGV2ZWwBBGxpbmVzAQAEAAV3cml0ZQECAwATYWNtZTp0ZXh0L2xvZ0AxLjIuMAUAAUIMAW0CCndob2xlLWxpbmUKZmlyc3Qtd29yZAQABXNjb3BlAwAAAWt5AXBzAXIDBXNjb3BlAQptYXgtbGVuZ3RoAgVtYXJrcwMEAAdvcHRpb25zAwAEAXMEAAZyZWFzb24DAAYBcQMJdW5jaGFuZ2VkAAAHY2hhbmdlZAFzAAdyZW1vdmVkAQcABAAHb3V0Y29tZQMACAFuAgd1bmljb2RlDXJpZ2h0LXRvLWxlZnQEAAhmZWF0dXJlcwMACgMAFWFjbWU6dGV4dC90eXBlc0AxLjIuMAUBAUAAAHcDAANub3cBAgFAAABzBAAEbmFtZQEDAgMAAQdvcHRpb25zAgMAAQdvdXRjb21lAgMAAQhmZWF0dXJlcwFCIAIDAgEEBAAHb3B0aW9ucwMAAAIDAgEFBAAHb3V0Y29tZQMAAgIDAgEGBAAIZmVhdHVyZXMDAAQBcgIEbGluZXkHbWVzc2FnZXMEAAdmYWlsdXJlAwAGBAAHc2Vzc2lvbgMBAWkIAUABB29wdGlvbnMBAAkEABRbY29uc3RydWN0b3Jdc2Vzc2lvbgEKAWgIAWtzAUACBHNlbGYLBGxpbmVzAAwEABRbbWV0aG9kXXNlc3Npb24uZmVlZAENAUAAAHkEABRbc3RhdGljXXNlc3Npb24ub3BlbgEOAWoBAwEHAUACBGxpbmVzB29wdGlvbnMBAA8EAAl0cmFuc2Zvcm0BEAFwfQFwdQFweQFAAgVieXRlcxEHd2VpZ2h0cxIAEwQACWhpc3RvZ3JhbQEUAUABCGZlYXR1cmVzBQAFBAAEYWJsZQEVAW8Cc3cBcBYBQAEHc2Vzc2lvbgkAFwQABmZpbmlzaAEYBAAWYWNtZTp0ZXh0L2ZpbHRlckAxLjIuMAUHBAAbYWNtZTp0ZXh0L3RleHQtZmlsdGVyQDEuMi4wBAALEQEAC3RleHQtZmlsdGVyAwAAAC8JcHJvZHVjZXJzAQxwcm9jZXNzZWQtYnkBDXdpdC1jb21wb25lbnQHMC4yNjIuMA==",
);
