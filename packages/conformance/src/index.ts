export type { Case } from "./case.ts";
export { discoverCases } from "./discover-cases.ts";
export {
  type Exceptions,
  excuseOf,
  type FaultPlace,
  type Faults,
  faultsFolder,
  placeOf,
  readFaults,
  saying,
  type Telling,
} from "./faults.ts";
export { type Judgement, judge, type KnownFailure, parseKnownFailures, readKnownFailures } from "./known-failing.ts";
export { type CaseResult, isTrouble, type ResultKind } from "./matrix/case-result.ts";
export { deadFailures } from "./matrix/dead-failures.ts";
export { gridsOf } from "./matrix/grid.ts";
export { lackOf } from "./matrix/lack-of.ts";
export { type MatrixFile, matrixFiles } from "./matrix/matrix-files.ts";
export { type MatrixOptions, matrixOptions } from "./matrix/matrix-options.ts";
export { matrixPage } from "./matrix/matrix-page.ts";
export { matrixPicture } from "./matrix/matrix-picture.ts";
export { type Entry, entryTitle, type MatrixGuest, planMatrix } from "./matrix/plan-matrix.ts";
export { type Played, playEntry } from "./matrix/play-entry.ts";
export { Players } from "./matrix/players.ts";
export { showGrids } from "./matrix/show-grid.ts";
export { culprits, type Variant, variants } from "./matrix/variant.ts";
export { type Way, ways, wayTitle } from "./matrix/way.ts";
export { type Notation, readNotation } from "./notation.ts";
export { differenceOf, type Outcome, thrownOutcome } from "./outcome.ts";
export { playCase } from "./play-case.ts";
export {
  componentOf,
  grantsOf,
  type ProgramAnswer,
  type ProgramGrants,
  runWithPolyplug,
  runWithWasmtime,
} from "./run-program.ts";
export { type Step, stepsOf } from "./step.ts";
export type { Verdict } from "./verdict.ts";
