export type { Case } from "./case.ts";
export { discoverCases } from "./discover-cases.ts";
export { type Judgement, judge, type KnownFailure, parseKnownFailures, readKnownFailures } from "./known-failing.ts";
export { type Notation, readNotation } from "./notation.ts";
export { playCase } from "./play-case.ts";
export { type Step, stepsOf } from "./step.ts";
export { Tally } from "./tally.ts";
export type { Verdict } from "./verdict.ts";
export { playWithWasmtime } from "./wasmtime.ts";
