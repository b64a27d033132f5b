import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

describe.each(inject("programs"))("$name in $language", (program) => {
  test("does what it does on wasmtime", async () => {
    const grants = await grantsOf(program);
    const expected = await outcomeOf(runWithWasmtime, program, grants);
    expect(expected.answer.status).toBe(grants.exit);
    expect(expected.answer.stdout).not.toBe("");
    expect(await outcomeOf(runWithPolyplug, program, grants)).toEqual(expected);
  });

  // What is built as a command has no function that a world could name: only reactors become components.
  test.skipIf(program.language === "c")("does what it does on wasmtime, as a component for WASI 0.2", async () => {
    const grants = await grantsOf(program);
    using bindgen = await loadBindgen();
    const directory = await temporaryFolder();
    const component = { ...program, path: join(directory, "program.wasm") };
    await writeFile(component.path, await componentOf(await readFile(program.path), bindgen));
    const expected = await outcomeOf(runWithWasmtime, component, grants);
    // There success is told from failure, and no more.
    expect(expected.answer.status).toBe(Math.min(grants.exit, 1));
    expect(expected.answer.stdout).not.toBe("");
    expect(await outcomeOf(runWithPolyplug, component, grants)).toEqual(expected);
  });
});
