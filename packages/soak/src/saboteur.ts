import { setTimeout as sleep } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { children } from "./children.ts";
import type { Random } from "./random.ts";

/** What errors say of a plugin that was ended from outside. A thread that had not begun yet ends with 0. */
export const sabotage: RegExp = /^its (process was ended by SIGKILL|thread ended with status [01])$/;

/** Milliseconds between two ends. */
const pause = 300;

/**
 * Ends a thread or a process of this process's every now and then, whatever it is doing. Threads that were there before it
 * began are the host's own.
 */
export async function sabotagePlugins(random: Random, signal: AbortSignal): Promise<void> {
  const threads = new Set<Worker>();
  const note = (thread: Worker): void => {
    threads.add(thread);
    thread.once("exit", () => threads.delete(thread));
  };
  process.on("worker", note);
  try {
    while (!signal.aborted) {
      await sleep(pause);
      const processes = children();
      if (random.below(2) === 0 && threads.size > 0) await random.of([...threads]).terminate();
      else if (processes.length > 0) end(random.of(processes));
    }
  } finally {
    process.off("worker", note);
  }
}

/** It may have ended since it was looked for. */
function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
