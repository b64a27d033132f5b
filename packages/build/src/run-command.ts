import { spawn } from "node:child_process";
import { BuildError } from "./build-error.ts";

export interface CommandOptions {
  readonly cwd?: string;
  /** The whole environment of the child. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
  /** Where the program tells people what went wrong. By default on both streams. */
  readonly diagnostics?: "both" | "stderr";
  /** The statuses that are no failure. By default 0 alone. */
  readonly endings?: readonly number[];
}

export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program that is told to end has for it. Then it is ended. */
const graceMilliseconds = 2000;

/**
 * Runs a program to its end and gives what it printed. When it fails, all that it told people is in the error.
 *
 * The child leads a process group of its own, which is ended when the signal is aborted or this process exits: a
 * compiler driver's own children would outlive it otherwise.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, signal, diagnostics = "both", endings = [0] }: CommandOptions,
): Promise<CommandOutput> {
  return new Promise((resolve, reject) => {
    const action = `run ${[command, ...args].join(" ")}`;
    if (signal?.aborted) {
      reject(new BuildError(action, "aborted", { cause: signal.reason }));
      return;
    }
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const printed = { stdout: "", stderr: "" };
    let told = "";
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        printed[stream] += text;
        if (diagnostics === "both" || stream === "stderr") told += text;
      });
    }
    let patience: NodeJS.Timeout | undefined;
    const end = () => endGroup(child.pid, "SIGTERM");
    const abort = () => {
      end();
      patience = setTimeout(() => endGroup(child.pid, "SIGKILL"), graceMilliseconds);
    };
    process.once("exit", end);
    signal?.addEventListener("abort", abort, { once: true });
    const settle = (error?: BuildError) => {
      clearTimeout(patience);
      process.removeListener("exit", end);
      signal?.removeEventListener("abort", abort);
      if (error === undefined) resolve(printed);
      else reject(error);
    };
    child.once("error", (cause) => settle(new BuildError(action, cause.message, { cause })));
    child.once("close", (code, killedBy) => {
      if (code !== null && endings.includes(code)) settle();
      else if (signal?.aborted) settle(new BuildError(action, "aborted", { cause: signal.reason }));
      else {
        const output = told.trim();
        // One that was killed did not get to say why.
        const details = killedBy === null ? { output } : {};
        settle(new BuildError(action, `${killedBy ?? `exit code ${code}`}\n${output}`, details));
      }
    });
  });
}

function endGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // The group may have ended by itself between the two.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
