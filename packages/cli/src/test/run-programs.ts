import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { bundle } from "@polyplug/build";

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
  if (programs.every((file) => !/ts$/.test(file)) || process.features.typescript) {
    return await runNode(folder, programs, plugin);
  }
  // Below the project, so that what they import from packages is found.
  const bundled = await mkdtemp(join(folder, ".polyplug-test-"));
  try {
    const files: string[] = [];
    for (const program of programs) {
      const out = join(bundled, `${basename(program)}.mjs`);
      const entry = relative(folder, program);
      await bundle({ folder, entry, provided: packages, out, warn: () => undefined });
      files.push(out);
    }
    return await runNode(folder, files, plugin);
  } finally {
    await rm(bundled, { recursive: true });
  }
}

/** Whatever is imported by name stays as it is. */
const packages = { has: (specifier: string): boolean => !/^([./]|[a-zA-Z]:[/\\])/.test(specifier) };

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
