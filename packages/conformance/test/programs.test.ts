import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadBindgen } from "@polyplug/bindgen";
import type { BuiltProgram } from "@polyplug/built-guests";
import {
  componentOf,
  grantsOf,
  type ProgramAnswer,
  type ProgramGrants,
  runWithPolyplug,
  runWithWasmtime,
} from "@polyplug/conformance";
import type { Isolation } from "@polyplug/host";
import { describe, expect, inject, onTestFinished, test } from "vitest";

/** All that is in a folder, by path: text for a file, `-> target` for a symlink, `/` for a folder. */
function contentOf(folder: string, prefix = ""): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const found = lstatSync(path);
      if (found.isSymbolicLink()) return [[prefix + name, `-> ${readlinkSync(path)}`] as const];
      if (!found.isDirectory()) return [[prefix + name, readFileSync(path, "utf8")] as const];
      return [[prefix + name, "/"] as const, ...contentOf(path, `${prefix}${name}/`)];
    });
}

async function temporaryFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "polyplug-program-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

type Run = (wasm: string, grants: ProgramGrants, directory: string) => Promise<ProgramAnswer>;

/** What a program says and leaves behind in a copy of its files. */
async function outcomeOf(run: Run, { path, folder }: BuiltProgram, grants: ProgramGrants) {
  const directory = await temporaryFolder();
  await cp(join(folder, "files"), directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // A program may have none.
    if (error.code !== "ENOENT") throw error;
  });
  const answer = await run(path, grants, directory);
  return { answer, files: contentOf(directory) };
}

/** Every tier, each of which a program cannot tell from another. */
const tiers: readonly Isolation[] = ["inline", "worker", "process"];

async function expectSame(program: BuiltProgram, status: (exit: number) => number): Promise<void> {
  const grants = await grantsOf(program);
  const expected = await outcomeOf(runWithWasmtime, program, grants);
  expect(expected.answer.status).toBe(status(grants.exit));
  expect(expected.answer.stdout).not.toBe("");
  for (const tier of tiers) {
    const run: Run = (wasm, given, directory) => runWithPolyplug(wasm, given, directory, tier);
    expect(await outcomeOf(run, program, grants), tier).toEqual(expected);
  }
}

describe.each(inject("programs"))("$name in $language", (program) => {
  test("does what it does on wasmtime, on every tier", async () => {
    await expectSame(program, (exit) => exit);
  });

  test("does what it does on wasmtime, as a component for WASI 0.2, on every tier", async () => {
    using bindgen = await loadBindgen();
    const path = join(await temporaryFolder(), "program.wasm");
    await writeFile(path, await componentOf(program, bindgen));
    // There success is told from failure, and no more.
    await expectSame({ ...program, path }, (exit) => Math.min(exit, 1));
  });
});
