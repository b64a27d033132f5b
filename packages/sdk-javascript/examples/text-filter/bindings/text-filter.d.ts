// The side of a plugin of acme:text/text-filter@1.0.0. Written by polyplug: changes are lost when it is written anew.

declare module "acme:text/text-filter@1.0.0" {
  /** A plugin that makes another text of a text. */
  export interface TextFilterExports {
    /**
     * The text in capitals; an empty one is refused.
     *
     * @throws {ResultError<string>}
     */
    readonly transform: (text: string) => string;
  }
  /** What the host provides, by module. */
  export interface TextFilterImports {
    readonly "acme:text/log@1.0.0": Log;
  }
  /** What a filter may tell its host. */
  export interface Log {
    /** Takes one line. */
    readonly write: (line: string) => void;
  }
}

/** What a filter may tell its host. */
declare module "acme:text/log@1.0.0" {
  /** Takes one line. */
  export const write: import("acme:text/text-filter@1.0.0").Log["write"];
}
