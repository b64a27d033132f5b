/** Where a plugin runs, and whether it waits for its host in this thread. */
export type Tier = "inline" | "suspending" | "worker" | "process";

/** Those that there are on this engine. */
export const tiers: readonly Tier[] = [
  "inline",
  ...("Suspending" in WebAssembly ? ["suspending" as const] : []),
  "worker",
  "process",
];
