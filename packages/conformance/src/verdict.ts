import type { Step } from "./step.ts";

/** What is to be said of a step that was carried out. */
export interface Verdict {
  readonly step: Step;
  /** How it did not end as it should; undefined where it did. */
  readonly difference: string | undefined;
}
