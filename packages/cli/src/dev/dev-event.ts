/** Something that `polyplug dev` tells of, when it happens. */
export interface DevEvent {
  /** For people; ends with a newline, unless it is empty. */
  readonly text: string;
  /** Whether it belongs on stderr. */
  readonly isFault: boolean;
  /** With `--json`, a document on a line of its own. */
  readonly json: { readonly event: "watching" | "changed" | "built" | "failed" | "called" | "ended" } & Readonly<
    Record<string, unknown>
  >;
}

export type Tell = (event: DevEvent) => void;
