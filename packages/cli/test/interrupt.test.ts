import { once } from "node:events";
import { beforeAll, expect, test } from "vitest";
import { startedPrograms } from "./started-programs.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

const start = startedPrograms();

// A guest that holds the thread leaves no turn to any handler in JavaScript, so that only the default one ends it. A
// process that ended by SIGINT has the status 130 in a shell.
test.each([
  ["a loop without end", ["run", "--stdout", "endless.wasm"]],
  ["a wait for input", ["run", "--stdio", "prompt.wasm"]],
  ["a sleep", ["run", "--stdout", "--sleep", "1min", "nap.wasm"]],
])("Ctrl-C ends %s", async (_, args) => {
  const child = start(workplace, args);
  const [chunk] = await once(child.stdout, "data");
  expect(String(chunk)).toBe("running\n");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
});

test("a shell sees the status 130", async () => {
  const line = "timeout --signal=INT --preserve-status 2 polyplug run endless.wasm";
  expect(await workplace.shell(line)).toEqual({ stdout: "", stderr: "", exitCode: 130 });
});

test("Ctrl-C ends a build with its compiler, and leaves nothing of it", async () => {
  const child = start(workplace, ["build", "calm"]);
  const building = async (): Promise<boolean> => (await workplace.shell("ls -d calm/dist/.polyplug-*")).exitCode === 0;
  await expect.poll(building, { timeout: 30_000 }).toBe(true);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  expect(await workplace.shell("test -e calm/dist; echo $?")).toEqual({ stdout: "1\n", stderr: "", exitCode: 0 });
});
