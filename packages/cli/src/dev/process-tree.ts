import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** How long processes may take to end in order. */
const graceMilliseconds = 2000;

/** Ends a process and all that it has started, which a shell does not pass on by itself. What would stay is killed. */
export async function endProcessTree(root: number): Promise<void> {
  const tree = await processTree(root);
  signalAll(tree, "SIGTERM");
  const deadline = performance.now() + graceMilliseconds;
  while (performance.now() < deadline && signalAll(tree, 0) > 0) await sleep(20);
  signalAll(tree, "SIGKILL");
}

/** By their ids, a parent before its children. */
async function processTree(root: number): Promise<readonly number[]> {
  // Windows has no signals that would end a shell in order.
  if (process.platform === "win32") return [root];
  // Small images of Linux have no `ps`, or one that knows no options.
  const all = process.platform === "linux" ? await processesOfLinux() : await processesByPs();
  const tree = [root];
  for (const parent of tree) tree.push(...all.flatMap(([pid = 0, of]) => (of === parent ? [pid] : [])));
  return tree;
}

type Processes = readonly (readonly number[])[];

/** All processes, by their ids and those of their parents. */
async function processesByPs(): Promise<Processes> {
  const { stdout } = await promisify(execFile)("ps", ["-Ao", "pid=,ppid="]);
  const lines = stdout.trim().split("\n");
  return lines.map((line) => line.trim().split(/\s+/).map(Number));
}

/** See {@link https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html | proc_pid_stat(5)}. */
async function processesOfLinux(): Promise<Processes> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = ids.map(async (id): Promise<Processes> => {
    const stat = await readFile(`/proc/${id}/stat`, "utf8").catch(undefinedIfEnded);
    // A program's name stands in parentheses, and may have some itself.
    const parent = stat === undefined ? undefined : /.*\) \S (\d+)/s.exec(stat)?.[1];
    return parent === undefined ? [] : [[Number(id), Number(parent)]];
  });
  return (await Promise.all(found)).flat();
}

function undefinedIfEnded(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ESRCH") throw error;
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
