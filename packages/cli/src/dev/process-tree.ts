import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** How long processes may take to end in order, in milliseconds. */
const grace = 2000;

/** Ends a process and all that it has started, which a shell does not pass on by itself. What would stay is killed. */
export async function endProcessTree(root: number): Promise<void> {
  const tree = await processTree(root);
  signalAll(tree, "SIGTERM");
  const deadline = performance.now() + grace;
  while (performance.now() < deadline && signalAll(tree, 0) > 0) await sleep(20);
  signalAll(tree, "SIGKILL");
}

/** By their ids, a parent before its children. */
async function processTree(root: number): Promise<readonly number[]> {
  // Windows has no `ps`, nor signals that would end a shell in order.
  if (process.platform === "win32") return [root];
  const { stdout } = await promisify(execFile)("ps", ["-Ao", "pid=,ppid="]);
  const lines = stdout.trim().split("\n");
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [root];
  for (const parent of tree) tree.push(...all.flatMap(([pid = 0, of]) => (of === parent ? [pid] : [])));
  return tree;
}

/** Sends a signal to those of the processes that are still there, and gives their number. */
function signalAll(pids: readonly number[], signal: NodeJS.Signals | 0): number {
  return pids.filter((pid) => {
    try {
      return process.kill(pid, signal);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
      throw error;
    }
  }).length;
}
