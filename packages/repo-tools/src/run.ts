import { execFile } from "node:child_process";

/** What a program left when it ended. */
export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and gives what it printed, whatever its exit code. Rejects if it cannot be started. */
export function run(program: string, args: readonly string[], cwd: string): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env: environment(), maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ exitCode: error.code, stdout, stderr });
      else reject(error);
    });
  });
}

/** Runs a program that is expected to succeed, and gives its standard output. */
export async function runOrThrow(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { exitCode, stdout, stderr } = await run(program, args, cwd);
  if (exitCode !== 0) {
    throw new Error(`cannot run ${program} ${args.join(" ")}: exit code ${exitCode}\n${stdout}${stderr}`);
  }
  return stdout;
}

/**
 * npm tells its children which workspace it was started for and how much to print; another npm must not take that for
 * its own options, lest one that fails says nothing.
 */
function environment(): NodeJS.ProcessEnv {
  const inherited = /^npm_config_(local_prefix|prefix|workspaces?|include_workspace_root|loglevel)$/i;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name))),
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    NODE_OPTIONS: undefined,
    TURBO_TELEMETRY_DISABLED: "1",
  };
}
