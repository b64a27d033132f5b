import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
/** As in all tests, packages are found in their sources. */
const sources = new URL("../../cli/test/resolve-sources.ts", import.meta.url).href;

/** What runs the program from its sources. */
export const program: readonly [string, ...string[]] = [process.execPath, "--import", sources, main];

/** Runs the program in a folder, without a terminal. */
export function runCreate(cwd: string, ...args: readonly string[]): Promise<Finished> {
  const [node, ...rest] = program;
  return new Promise((resolve, reject) => {
    const child = execFile(node, [...rest, ...args], { cwd }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ stdout, stderr, exitCode: Number(error?.code ?? 0) });
    });
    child.stdin?.end();
  });
}

/** An empty folder, whose path has a space and a letter beyond ASCII, and what removes it. */
export async function emptyFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "polyplug creäte "));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
