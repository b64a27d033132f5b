/** Something that `polyplug dev` tells of, when it happens. */
export interface DevEvent {
  /** For people, on stdout; ends with a newline, unless it is empty. */
  readonly stdout: string;
  /** The same on stderr, which is told first. */
  readonly stderr: string;
  /** With `--json`, a document on a line of its own. */
  readonly json: { readonly event: "watching" | "changed" | "built" | "failed" | "called" | "ended" } & Readonly<
    Record<string, unknown>
  >;
}

export type Tell = (event: DevEvent) => void;
