import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BuiltProgram } from "@polyplug/built-guests";
import {
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

type Run = (wasm: string, grants: ProgramGrants, directory: string) => Promise<ProgramAnswer>;

/** What a program says and leaves behind in a copy of its files. */
async function outcomeOf(run: Run, { path, folder }: BuiltProgram, grants: ProgramGrants) {
  const directory = await mkdtemp(join(tmpdir(), "polyplug-program-"));
  onTestFinished(() => rm(directory, { recursive: true }));
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
});
