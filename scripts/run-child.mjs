import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { processGroups } from "./process-groups.mjs";

/** Programs that run now, to be ended when this one is interrupted. */
const running = new Set();

const exitCodes = { SIGINT: 130, SIGTERM: 143 };

/** How long a program may take to end in order before it is killed. */
const graceMilliseconds = 1000;

const interruption = new AbortController();

/** Aborted on Ctrl-C: what runs is about to be ended, and nothing more is to be started or told. */
export const interrupted = interruption.signal;

/**
 * Runs a program to its end. Its output is kept and shown only if it fails, unless `show` passes it on as it comes.
 * Throws when its status is not 0; the error has `shown` if the program has told by itself what went wrong.
 *
 * Each program leads a process group, so that Ctrl-C reaches this process alone, which ends them.
 */
export function runChild(command, args, { cwd, env, show = false }) {
  return new Promise((resolve, reject) => {
    const stdio = show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { cwd, env, stdio, detached: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    running.add(child);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      // Nobody waits for its result any more: what would come after it must not start.
      if (interrupted.aborted) return;
      if (code === 0) resolve();
      else {
        const error = new Error(`${output}${command} ${args.join(" ")}: ${signal ?? `exit code ${code}`}`);
        reject(Object.assign(error, { shown: show && signal === null }));
      }
    });
  });
}

/** From here on Ctrl-C ends the programs that run and all that they started, and then this one with the customary status. */
export function endWithChildren() {
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    process.on(signal, () => {
      // npm passes on what the terminal has sent already.
      if (interrupted.aborted) return;
      const groups = runningGroups();
      interruption.abort();
      process.stderr.write("interrupted, ending what still runs\n");
      endGroups(groups).then(() => process.exit(exitCode));
    });
  }
}

function runningGroups() {
  return new Set([...running].flatMap(({ pid }) => (pid === undefined ? [] : [...processGroups(pid)])));
}

async function endGroups(groups) {
  signalGroups(groups, "SIGTERM");
  const deadline = performance.now() + graceMilliseconds;
  while (performance.now() < deadline && signalGroups(groups, 0).length > 0) await sleep(20);
  // Some may have been started since.
  signalGroups(new Set([...groups, ...runningGroups()]), "SIGKILL");
}

/** Gives the groups that are still there. */
function signalGroups(groups, signal) {
  return [...groups].filter((group) => {
    try {
      return process.kill(-group, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
      return false;
    }
  });
}
