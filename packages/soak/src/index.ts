export type { Leak } from "./resources.ts";
export { runSoak, type SoakOptions, type SoakReport } from "./run-soak.ts";
