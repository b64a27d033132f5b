import { once } from "node:events";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, expect, test } from "vitest";
import { startedPrograms } from "./started-programs.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  return () => workplace.remove();
});

const start = startedPrograms();

/** `polyplug dev` in a folder, and what it tells. */
function startDev(folder: string, args: readonly string[]) {
  const child = start(workplace, ["--json", "dev", folder, ...args]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** The next event of a kind; those before it are passed over. */
  const next = async (kind: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`it ended before ${kind}`);
      const event = JSON.parse(value);
      if (event.event === kind) return event;
      if (event.event === "failed") throw new Error(`failed before ${kind}: ${JSON.stringify(event.error)}`);
    }
  };
  return { child, next };
}

async function project(name: string): Promise<{ readonly folder: string; readonly source: string }> {
  const folder = join(workplace.folder, name);
  await cp(join(workplace.folder, "calm"), folder, { recursive: true });
  return { folder, source: join(folder, "plugin.js") };
}

test("a change is built, and called once it was swapped; a failure leaves what was there", async () => {
  const { folder, source } = await project("changed");
  const { child, next } = startDev(folder, ["--call", "transform", '"Hello"']);
  expect(await next("called")).toMatchObject({ call: 'transform("Hello")', result: "hello" });

  const before = await readFile(source, "utf8");
  await writeFile(source, before.replace("toLowerCase", "toUpperCase"));
  expect(await next("changed")).toMatchObject({ files: ["changed/plugin.js"] });
  // What it takes differs from machine to machine; a compiler's seconds would be seen.
  expect(await next("called")).toMatchObject({
    result: "HELLO",
    swapMilliseconds: expect.toSatisfy((milliseconds: number) => milliseconds >= 0 && milliseconds < 1000),
  });

  const built = await readFile(join(folder, "dist/changed.wasm"));
  await writeFile(source, "export function (");
  expect(await next("changed")).toMatchObject({ files: ["changed/plugin.js"] });
  await expect(next("built")).rejects.toThrow(/failed before built: .*cannot be bundled/);
  expect(await readFile(join(folder, "dist/changed.wasm"))).toEqual(built);

  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
});

test("Ctrl-C in the middle of a build ends it, and leaves nothing half written", async () => {
  const { folder } = await project("interrupted");
  const { child, next } = startDev(folder, []);
  await next("watching");
  const compilers = async (): Promise<string> =>
    (await workplace.shell(`ps -Ao args= | grep -F "${folder}/dist/.polyplug-" | grep -vF grep`)).stdout;
  await expect.poll(compilers, { timeout: 30_000, interval: 10 }).not.toBe("");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  expect(await workplace.shell("ls -A interrupted")).toEqual({
    stdout: expect.not.stringMatching(/dist|bindings\./),
    stderr: "",
    exitCode: 0,
  });
  expect(await compilers()).toBe("");
});

test("stubs follow what the plugin imports", async () => {
  const { folder, source } = await project("stubbed");
  const { child, next } = startDev(folder, ["--stub", "--call", "transform", '"Hello"']);
  expect(await next("called")).toEqual({
    event: "called",
    call: 'transform("Hello")',
    result: "hello",
    swapMilliseconds: expect.any(Number),
  });

  const contract = "package acme:text;\ninterface log { write: func(line: string); }\n";
  const world = "world calm { import log; export transform: func(text: string) -> string; }\n";
  await writeFile(join(folder, "world.wit"), contract + world);
  const logging = 'import { write } from "acme:text/log";\n';
  const before = await readFile(source, "utf8");
  await writeFile(source, `${logging}${before.replace("return", 'write("told");\n  return')}`);
  // The contract alone may have been built before.
  let called = await next("called");
  if (called["calls"] === undefined) called = await next("called");
  expect(called).toMatchObject({ result: "hello", calls: ['write("told")'] });

  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
});

test("what it writes into its own folder is no change", async () => {
  const { folder, source } = await project("told");
  const output = join(folder, "told.txt");
  const { stdout: pid } = await workplace.shell(`polyplug dev told > ${JSON.stringify(output)} 2>&1 & echo $!`);
  const told = (): Promise<string> => readFile(output, "utf8");
  try {
    await expect.poll(told, { timeout: 30_000 }).toContain(" built: ");
    await writeFile(source, `${await readFile(source, "utf8")}// another\n`);
    await expect.poll(told, { timeout: 30_000 }).toMatch(/ built: .*\n.* changed\n.* built: /s);
    expect(await told()).not.toContain("told.txt");
  } finally {
    process.kill(Number(pid), "SIGINT");
  }
});

test("a host is started beside it with the plugin's path, and ended with it", async () => {
  const { folder } = await project("hosted");
  const { child, next } = startDev(folder, ["--run", 'test -f "$POLYPLUG_PLUGIN"']);
  expect(await next("ended")).toMatchObject({ exitCode: 0, signal: null });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([null, "SIGTERM"]);
});

test("a host that a shell has started is ended too, even one that would stay", async () => {
  const { folder } = await project("staying");
  const host = `trap "" TERM; touch "${folder}/started"; sleep 987; sleep 986`;
  const { child, next } = startDev(folder, ["--run", `sh -c '${host}'; true`]);
  await next("built");
  const started = async (): Promise<number> => (await workplace.shell(`test -e "${folder}/started"`)).exitCode;
  await expect.poll(started, { timeout: 30_000 }).toBe(0);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  const left = async (): Promise<string> => (await workplace.shell("ps -Ao args= | grep -E '^sleep 98[67]$'")).stdout;
  await expect.poll(left, { timeout: 30_000 }).toBe("");
});

test("a system that has no watches left is told of", async () => {
  const { href } = new URL("no-watches.ts", import.meta.url);
  expect(await workplace.shell(`NODE_OPTIONS="--import ${href}" polyplug dev calm`)).toEqual({
    stdout: "",
    stderr: "polyplug: cannot watch the sources: no watches left\n",
    exitCode: 3,
  });
});
