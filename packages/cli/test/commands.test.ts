import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { componentNew, preview1AdapterCommandPath } from "@bytecodealliance/jco";
import { adapters, findCompiler } from "@polyplug/build";
import { beforeAll, describe, expect, test } from "vitest";
import { openWorkplace, type Workplace } from "./workplace.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
  const core = join(workplace.folder, "core.wasm");
  const machine = { env: process.env };
  const compiler = await findCompiler(adapters.get("c") ?? expect.unreachable("there is no C"), machine);
  if (!("build" in compiler)) throw new Error("nothing compiles C here");
  await compiler.build({ source: fileURLToPath(new URL("commands", import.meta.url)), out: core });
  const adapter: [string, Uint8Array] = ["wasi_snapshot_preview1", await readFile(preview1AdapterCommandPath())];
  await writeFile(join(workplace.folder, "component.wasm"), await componentNew(await readFile(core), [adapter]));
  return () => workplace.remove();
});

// `main` of C, as its compiler for WASI preview 1 makes it, and as a component with wasi:cli/run.
describe.each(["core", "component"])("a %s", (form) => {
  const run = (line: string) => workplace.shell(line.replace("FILE", `${form}.wasm`));

  test("gets its arguments, a variable and its input, and writes to both streams", async () => {
    const line = `printf 'one\\ntwo' | GREETING=hi polyplug run --stdio --env GREETING FILE -- a "b c"`;
    expect(await run(line)).toEqual({
      stdout: `argument: ${form}.wasm\nargument: a\nargument: b c\ngreeting: hi\n1: one\n2: two\n`,
      stderr: "done\n",
      exitCode: 0,
    });
  });

  test("is granted nothing that no flag names", async () => {
    const { stdout, stderr, exitCode } = await run("echo one | GREETING=hi polyplug run FILE");
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 0 });
    expect(stderr).toMatch(
      /^polyplug: the plugin wrote \d+ bytes to stdout, which is not granted: --stdout shows it\n/,
    );
  });

  test("ends with its own status", async () => {
    expect((await run("polyplug run --stdio FILE -- exit")).exitCode).toBe(1);
    const { stdout, exitCode } = await run("polyplug run --json --stdout FILE -- exit");
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("argument: exit") });
    expect(exitCode).toBe(1);
  });

  test("ends with a status that is none of its own where it aborts", async () => {
    const { stderr, exitCode } = await run("polyplug run --stderr FILE -- abort");
    expect(exitCode).toBe(134);
    expect(stderr).toMatch(/asked to$/m);
    expect(stderr).toMatch(new RegExp(`^polyplug: cannot run ${form}: trap: `, "m"));
    expect(stderr).toMatch(/^ {4}at \S*main /m);
  });

  test("is told apart from what is none", async () => {
    expect((await run("polyplug inspect FILE")).stdout).toMatch(/^ {2}entry +command: `polyplug run` runs it$/m);
  });
});
