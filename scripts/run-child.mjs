import { spawn } from "node:child_process";

/** Programs that run now, to be told when this one is interrupted. */
const running = new Set();

const exitCodes = { SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a program to its end. Its output is kept and shown only if it fails, unless `show` passes it on as it comes.
 * Throws when its status is not 0.
 *
 * Each program leads a process group. An interruption is passed on to all of them; when they have ended, so does this
 * process.
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
      if (code === 0) resolve();
      else reject(new Error(`${output}${command} ${args.join(" ")}: ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** From here on Ctrl-C ends the programs that run, and then this one with the customary status. A second one kills. */
export function endWithChildren() {
  let strength;
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    process.on(signal, () => {
      strength = strength === undefined ? signal : "SIGKILL";
      const ended = [...running].map((child) => endGroup(child, strength));
      Promise.all(ended).then(() => process.exit(exitCode));
    });
  }
}

function endGroup(child, signal) {
  // Nobody waits for its result any more: what would come after it must not start.
  child.removeAllListeners("close");
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // It may have ended by itself, and its output not been read to the end.
    if (error.code !== "ESRCH") throw error;
  }
  return ended;
}
