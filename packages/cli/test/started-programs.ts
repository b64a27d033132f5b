import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { afterEach } from "vitest";
import type { Workplace } from "./workplace.ts";

/** A program whose streams are pipes, but for stderr, which is the test's. */
export type Started = ChildProcessByStdio<Writable, Readable, null>;

/** Starts `polyplug` in a workplace, and ends after each test what is still running of it. */
export function startedPrograms(): (workplace: Workplace, args: readonly string[]) => Started {
  const started = new Set<ChildProcess>();
  afterEach(() => {
    for (const child of started) child.kill("SIGKILL");
    started.clear();
  });
  return (workplace, args) => {
    const child = startIn(workplace, args);
    started.add(child);
    return child;
  };
}

function startIn({ folder: cwd, env, program }: Workplace, args: readonly string[]): Started {
  return spawn(program, args, { cwd, env, stdio: ["pipe", "pipe", "inherit"] });
}
