import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { children } from "./children.ts";

/** What a process holds. */
export interface Resources {
  readonly processes: number;
  readonly threads: number;
  readonly handles: number;
  /** Megabytes of JavaScript and of what hangs on it, memories included. */
  readonly heap: number;
}

/** What is held that should not be. */
export interface Leak {
  readonly of: keyof Resources;
  readonly before: number;
  readonly after: number;
}

/** What this process holds at this moment, when all that can be collected was. */
export async function resources(): Promise<Resources> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  for (let round = 0; round < 4; round++) {
    collect();
    await sleep(10);
  }
  const active = process.getActiveResourcesInfo();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  const tasks = readdirSync("/proc/self/task");
  return {
    processes: children().length,
    threads: tasks.length,
    handles: active.filter((name) => name !== "Timeout").length,
    heap: (heapUsed + external + arrayBuffers) / 1e6,
  };
}

/** Megabytes by which a heap may differ for other reasons than that something was forgotten: compiled code, caches. */
const heapAllowance = 8;
/** Threads that the engine keeps for itself once it had use for them. */
const threadAllowance = 4;

/** What there is more of than before, after at most `patience` milliseconds: some things take their time to end. */
export async function leaksSince(before: Resources, patience = 5_000): Promise<readonly Leak[]> {
  const deadline = performance.now() + patience;
  for (;;) {
    const after = await resources();
    const allowed: Resources = {
      ...before,
      threads: before.threads + threadAllowance,
      heap: before.heap + heapAllowance,
    };
    const leaks = (Object.keys(after) as (keyof Resources)[])
      .filter((kind) => after[kind] > allowed[kind])
      .map((kind) => ({ of: kind, before: before[kind], after: after[kind] }));
    if (leaks.length === 0 || performance.now() > deadline) return leaks;
    await sleep(100);
  }
}
