import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Bindgen, Wit } from "@polyplug/bindgen";
import { BuildError } from "@polyplug/build";
import asc from "assemblyscript/asc";
import { repository } from "../this-machine.ts";

/** How a plugin is compiled for a test. */
export interface CompileOptions {
  /** Which garbage collector it brings. Default `"incremental"`. */
  readonly runtime?: "incremental" | "minimal" | "stub";
  /** Default: the only world that there is. */
  readonly world?: string;
}

/**
 * Compiles a plugin in AssemblyScript from its text and that of its contract, with the bindings and the SDK of this
 * repository, in memory: for tests that have no file for each plugin. Throws a `BuildError` with what the compiler said.
 */
export async function compileAssemblyscript(
  bindgen: Bindgen,
  wit: Wit,
  plugin: string,
  { runtime = "incremental", world }: CompileOptions = {},
): Promise<Uint8Array> {
  const files = new Map([["plugin.ts", plugin]]);
  for (const { path, content } of await bindgen.generate(wit, { language: "assemblyscript", world })) {
    files.set(`bindings/${path}`, new TextDecoder().decode(content));
  }
  let compiled: Uint8Array | undefined;
  const transform = join(repository, "packages/sdk-assemblyscript/transform.js");
  const flags = ["--transform", transform, "--runtime", runtime, "-O2", "--noColors", "--outFile", "plugin.wasm"];
  const { error, stderr } = await asc.main(["bindings/index.ts", ...flags, "--baseDir", repository], {
    readFile: async (name) => files.get(name) ?? (await textOf(resolve(repository, name))),
    writeFile: (_, contents) => {
      if (typeof contents !== "string") compiled = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || compiled === undefined) {
    throw new BuildError("compile a plugin", `asc failed:\n${stderr}`, { cause: error });
  }
  return compiled;
}

/** Null for a file that is not there: the compiler asks for the same module in several places. */
async function textOf(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
}
