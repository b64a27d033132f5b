import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeAll, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

const started = new Set<ChildProcess>();
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started.clear();
});

// A guest that holds the thread leaves no turn to any handler in JavaScript, so that only the default one ends it. A
// process that ended by SIGINT has the status 130 in a shell.
test.each([
  ["a loop without end", ["run", "--stdout", "endless.wasm"]],
  ["a wait for input", ["run", "--stdio", "prompt.wasm"]],
  ["a sleep", ["run", "--stdout", "--sleep", "1min", "nap.wasm"]],
])("Ctrl-C ends %s", async (_, args) => {
  const { folder: cwd, env, program } = workplace;
  const child = spawn(program, args, { cwd, env, stdio: ["pipe", "pipe", "inherit"] });
  started.add(child);
  const [chunk] = await once(child.stdout, "data");
  expect(String(chunk)).toBe("running\n");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
});

test("a shell sees the status 130", async () => {
  const line = "timeout --signal=INT --preserve-status 2 polyplug run endless.wasm";
  expect(await workplace.shell(line)).toEqual({ stdout: "", stderr: "", exitCode: 130 });
});
