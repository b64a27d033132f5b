/**
 * Where a plugin runs. `inline`: in the thread of its host, whose calls give their results at once. `worker`: in a thread
 * of its own. `process`: in a process of its own. In both of these calls give promises.
 */
export type Isolation = "inline" | "worker" | "process";

/** The tiers on which a plugin runs beside its host. */
export type Apart = Exclude<Isolation, "inline">;
