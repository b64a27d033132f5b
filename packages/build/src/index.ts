export type { Adapter, BatchJob, BuildJob, Missing, Toolchain, Way } from "./adapter.ts";
export { isToolchain } from "./adapter.ts";
export { adapterOf, adapters } from "./adapters.ts";
export { BuildError } from "./build-error.ts";
export { componentizeJs, componentizeQjs } from "./javascript/javascript.ts";
export { exists, findProgram, type Machine } from "./machine.ts";
export { type OnProgress, type ProgressEvent, tellFailure, tellProgress } from "./progress.ts";
export { type CommandOptions, type CommandOutput, runCommand } from "./run-command.ts";
export { rustFor } from "./rust/rust.ts";
