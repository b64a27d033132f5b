import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { exists } from "../machine.ts";

/** What C and C++ differ in. */
export interface Dialect {
  readonly driver: "clang" | "clang++";
  /** Files with this extension are compiled; others are there to be included. */
  readonly extension: ".c" | ".cpp";
  readonly flags: readonly string[];
}

/** One compilation, as the driver has to be told of it. */
export interface ClangJob {
  readonly source: string;
  readonly out: string;
  /** The target, and what finds its libraries; by default what a WASI SDK knows by itself. */
  readonly platform?: readonly string[] | undefined;
}

/** The driver's arguments for a guest: ours, the ones in its `compile_flags.txt` (which clangd reads too), its sources. */
export async function clangArguments(
  { extension, flags }: Dialect,
  { source, out, platform = ["--target=wasm32-wasip1"] }: ClangJob,
): Promise<string[]> {
  const own = join(source, "compile_flags.txt");
  const lines = (await exists(own)) ? (await readFile(own, "utf8")).split("\n") : [];
  const files = await readdir(source, { recursive: true });
  return [
    ...platform,
    "-O2",
    // A library that stays to be called, and not a program with a main.
    "-mexec-model=reactor",
    ...flags,
    ...lines.map((line) => line.trim()).filter((line) => line !== ""),
    // Bindings come with an object file: the contract, which no source can say.
    ...files.filter((file) => extname(file) === extension || extname(file) === ".o").sort(),
    "-o",
    out,
  ];
}
