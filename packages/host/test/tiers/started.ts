import { readdirSync, readFileSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { expect } from "vitest";
import { eventually } from "../eventually.ts";

/** Processes that this one has started and that have not ended. */
export function children(): number[] {
  return readdirSync("/proc/self/task").flatMap((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    } catch (error) {
      // A thread that has ended since it was looked for has no children.
      expect(error).toMatchObject({ code: "ENOENT" });
      return [];
    }
  });
}

/** What a plugin's thread or process that is started in `work` can be ended by, as somebody else would. */
export async function startedIn<T>(
  isolation: "worker" | "process",
  work: () => Promise<T>,
): Promise<{ readonly result: T; kill(): Promise<void> }> {
  const before = new Set(children());
  const threads: Worker[] = [];
  const listen = (thread: Worker): void => void threads.push(thread);
  process.on("worker", listen);
  const result = await work();
  process.off("worker", listen);
  const [child] = children().filter((pid) => !before.has(pid));
  const kill = async (): Promise<void> => {
    if (isolation === "worker") {
      // A watchdog may have been started as well, whose thread comes later.
      await threads[0]?.terminate();
      return;
    }
    process.kill(child ?? 0, "SIGKILL");
    await eventually(() => expect(children()).not.toContain(child));
  };
  expect(isolation === "worker" ? threads.length : child).toBeGreaterThan(0);
  return { result, kill };
}
