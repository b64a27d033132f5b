import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

type Program =
  | "compile"
  | "idleWorkers"
  | "jcoLoadAndTransform"
  | "jcoTranspile"
  | "livePlugins"
  | "loadAndAdd"
  | "loadAndTransform"
  | "transformByHand";

/** The programs of the bench, each for a process of its own. In JavaScript: to strip types takes time. */
export const programs: Readonly<Record<Program, string>> = {
  compile: fileURLToPath(new URL("./programs/compile.js", import.meta.url)),
  idleWorkers: fileURLToPath(new URL("./programs/idle-workers.js", import.meta.url)),
  jcoLoadAndTransform: fileURLToPath(new URL("./programs/jco-load-and-transform.js", import.meta.url)),
  jcoTranspile: fileURLToPath(new URL("./programs/jco-transpile.js", import.meta.url)),
  livePlugins: fileURLToPath(new URL("./programs/live-plugins.js", import.meta.url)),
  loadAndAdd: fileURLToPath(new URL("./programs/load-and-add.js", import.meta.url)),
  loadAndTransform: fileURLToPath(new URL("./programs/load-and-transform.js", import.meta.url)),
  transformByHand: fileURLToPath(new URL("./programs/transform-by-hand.js", import.meta.url)),
};

/** A process that came to its end. */
export interface Ran {
  /** In milliseconds, from start to end. */
  readonly elapsed: number;
  readonly stdout: string;
}

/** Runs Node in a new process, with these variables beside our own. Throws when it fails. */
export function runNode(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Ran {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    env: { ...process.env, ...variables },
  });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return { elapsed, stdout };
}
