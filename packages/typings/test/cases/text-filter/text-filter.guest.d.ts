// The side of a plugin of acme:text/text-filter@1.2.0. Written by polyplug: changes are lost when it is written anew.

declare module "acme:text/text-filter@1.2.0" {
  /** A plugin that changes text line by line. */
  export interface TextFilterExports {
    readonly filter: Filter;
    readonly name: () => string;
  }
  /** What the host provides, by module. */
  export interface TextFilterImports {
    readonly "acme:text/log@1.2.0": Log;
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
  export interface Session extends Partial<Disposable> {
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
    readonly histogram: (bytes: Uint8Array, weights: Float64Array) => Uint32Array | readonly number[];
    readonly able: (features: Features) => Partial<Features>;
    readonly finish: (session: Session) => readonly (readonly [string, bigint])[];
  }
}

/** Where lines are told of. */
declare module "acme:text/log@1.2.0" {
  export type Level = import("acme:text/text-filter@1.2.0").Level;
  /** Writes a line. */
  export const write: import("acme:text/text-filter@1.2.0").Log["write"];
}

declare module "now" {
  const call: import("acme:text/text-filter@1.2.0").TextFilterImports["now"];
  export default call;
}
