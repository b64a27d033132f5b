import { readdirSync, readFileSync } from "node:fs";

/** The processes that this one has started and that have not ended, by their ids. */
export function children(): readonly number[] {
  return readdirSync("/proc/self/task").flatMap(childrenOf);
}

function childrenOf(thread: string): readonly number[] {
  try {
    return readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  } catch (error) {
    // The thread has ended since it was looked for, and its children are another's now.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return [];
    throw error;
  }
}
