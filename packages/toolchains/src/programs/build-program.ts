import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BuildError, tellProgress } from "@polyplug/build";
import type { BuiltProgram } from "@polyplug/built-guests";
import { adapters } from "../adapters.ts";
import { cachedArtifact } from "../artifact-cache.ts";
import { equip } from "../equip.ts";
import type { Machine } from "../machine.ts";
import { recipeOf } from "../recipe.ts";
import { thisMachine } from "../this-machine.ts";
import { programLayouts } from "./program-layout.ts";

/** A program with a `main`, written for WASI: the file `<name>/main.<extension>`. */
type Program = Omit<BuiltProgram, "path">;

/**
 * Builds every program in a folder of programs, in each language that it is written in, one after the other. Throws a
 * {@link BuildError} where there is none, or where one cannot be built.
 */
export async function buildPrograms(folder: string, known: Partial<Machine> = {}): Promise<readonly BuiltProgram[]> {
  const machine = thisMachine(known);
  const built: BuiltProgram[] = [];
  for (const program of await discoverPrograms(folder)) {
    built.push({ ...program, path: await buildProgram(program, machine) });
  }
  return built;
}

async function discoverPrograms(folder: string): Promise<readonly Program[]> {
  const programs: Program[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const files = await readdir(join(folder, name));
    for (const [language, { file }] of programLayouts) {
      if (files.includes(file)) programs.push({ name, language, folder: join(folder, name) });
    }
  }
  if (programs.length === 0) throw new BuildError(`discover programs in ${folder}`, "there is none");
  return programs;
}

/**
 * Builds a program for preview1 and says where it is, unless that was done before with the same source and compiler. One in
 * C is a command; in the other languages it is a reactor that exports `main` as `run`. Throws a {@link BuildError} with the
 * cure where there is no compiler.
 */
async function buildProgram({ name, language, folder }: Program, machine: Machine): Promise<string> {
  const [adapter, layout] = [adapters.get(language), programLayouts.get(language)];
  if (adapter === undefined || layout === undefined)
    throw new BuildError(`build ${name}`, `no adapter builds ${language}`);
  const toolchain = await equip(adapter, machine);
  if (!("build" in toolchain)) throw new BuildError(`build ${name} in ${adapter.title}`, toolchain.cure);
  const files = layout.layOut(await readFile(join(folder, layout.file), "utf8"), name, toolchain.way);
  const key = [toolchain.version, ...(await recipeOf(language)), "program", ...Object.entries(files).flat()];
  const cache = join(machine.cache, "programs", name, language);
  return cachedArtifact({ folder: cache, key, name: `${name}.wasm`, signal: machine.signal }, async (out) => {
    const source = await mkdtemp(join(tmpdir(), "polyplug-program-"));
    try {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(source, path)), { recursive: true });
        await writeFile(join(source, path), content);
      }
      await tellProgress(`build the program ${name} in ${adapter.title}`, machine.onProgress, () =>
        toolchain.build({ source, target: "wasm32-wasip1", out }),
      );
    } finally {
      await rm(source, { recursive: true });
    }
  });
}
