import type { Case } from "../case.ts";
import type { Judgement } from "../known-failing.ts";
import type { CaseResult } from "./case-result.ts";
import type { Entry } from "./plan-matrix.ts";

/** What a player is asked to play: an entry, as data. */
export interface Asked {
  readonly id: number;
  readonly case: Case;
  readonly variant: Entry["variant"];
  readonly way: Entry["way"];
  readonly guest: Entry["guest"];
}

/** What came of it. */
export interface Answered {
  readonly id: number;
  readonly result: CaseResult;
  readonly judgement: Judgement | undefined;
  readonly error: unknown;
}
