import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildError } from "./build-error.ts";
import type { Machine } from "./machine.ts";
import { npmPackage } from "./npm-package.ts";
import { runCommand } from "./run-command.ts";

/** What every engine has that plugins run in, whether or not the compiler said that it used it. */
const features = [
  "bulk-memory",
  "extended-const",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];

/** Makes a core module smaller with `wasm-opt`, in a folder that may be written to. Custom sections stay. */
export async function optimizeModule(module: Uint8Array, folder: string, machine: Machine): Promise<Uint8Array> {
  const binaryen = await npmPackage("binaryen", machine);
  if (binaryen === undefined) {
    throw new BuildError("optimize", "there is no npm package binaryen, which has wasm-opt: npm i -D binaryen");
  }
  const program = fileURLToPath(new URL("bin/wasm-opt", binaryen.folder));
  const [large, small] = [join(folder, "large.wasm"), join(folder, "small.wasm")];
  await writeFile(large, module);
  const enabled = features.map((feature) => `--enable-${feature}`);
  // Without `-g` it would take away the names of functions, which a trap tells.
  await runCommand(process.execPath, [program, "-Oz", "-g", ...enabled, large, "-o", small], machine);
  return readFile(small);
}
