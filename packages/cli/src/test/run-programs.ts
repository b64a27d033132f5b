import { spawn } from "node:child_process";
import { relative } from "node:path";
import { withRunnable } from "../programs/with-runnable.ts";

/** What came of test programs. */
export interface ProgramsOutcome {
  readonly exitCode: number;
  /** What they printed, on both streams. */
  readonly output: string;
}

/** Runs programs of `node:test`, with the plugin's path in the variable `POLYPLUG_PLUGIN`. */
export async function runPrograms(
  folder: string,
  programs: readonly string[],
  plugin: string,
): Promise<ProgramsOutcome> {
  const names = programs.map((program) => relative(folder, program));
  return await withRunnable(folder, names, (files) => runNode(folder, files, plugin));
}

function runNode(cwd: string, files: readonly string[], plugin: string): Promise<ProgramsOutcome> {
  // Where this program itself is under test, its own runner would take theirs for a part of it.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--test", "--test-reporter=spec", ...files], {
      cwd,
      env: { ...env, POLYPLUG_PLUGIN: plugin },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
