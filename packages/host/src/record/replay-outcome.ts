import type { PluginErrorCode } from "@polyplug/errors";

/** What came of running a record again. */
export interface ReplayOutcome {
  /** Whether the plugin did what the record says, as far as it goes. */
  readonly matches: boolean;
  /** The plugin's name in the record. */
  readonly plugin: string;
  /** Whether the bytes are the very ones that were recorded. */
  readonly sameBytes: boolean;
  /** Calls of exports that were made again. */
  readonly calls: number;
  /** Functions of the host that the plugin called, and that were answered from the record. */
  readonly imports: number;
  /** `truncated`: there was more than the record had room for. `cut`: it ends within a call, as where the process died. */
  readonly end: "complete" | "truncated" | "cut";
  /** The last fault that the plugin met, as the record has it too; undefined where there was none. */
  readonly fault: ReplayFault | undefined;
  /** Where the two first differ; undefined where they do not. */
  readonly difference: ReplayDifference | undefined;
}

export interface ReplayFault {
  readonly code: PluginErrorCode;
  /** Why, as this run tells it. */
  readonly reason: string;
}

/** A place where a plugin does not do what the record says. */
export interface ReplayDifference {
  /** Of the record, the first of which is 1. */
  readonly line: number;
  /** What the record says, as it stands there. */
  readonly wanted: string;
  /** What the plugin did, in the same form. */
  readonly found: string;
}
