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
  /** What is compiled, by paths from there. By default every file of the dialect that lies there. */
  readonly files?: readonly string[] | undefined;
  readonly headers?: readonly string[] | undefined;
  /** The target, and what finds its libraries; by default what a WASI SDK knows by itself. */
  readonly platform?: readonly string[] | undefined;
}

/** The driver's arguments for a guest: ours, the ones in its `compile_flags.txt` (which clangd reads too), its sources. */
export async function clangArguments(
  { extension, flags }: Dialect,
  { source, out, files, headers = [], platform = ["--target=wasm32-wasip1"] }: ClangJob,
): Promise<string[]> {
  const sources = files ?? (await allSources(source, extension));
  return [
    ...platform,
    "-O2",
    // A library that stays to be called, and not a program with a main.
    "-mexec-model=reactor",
    ...flags,
    ...headers.map((folder) => `-I${folder}`),
    ...(await ownFlags(source)),
    ...sources.filter((file) => !isObject(file)),
    // Flags for editors may say `-xc++`, which an object file is not.
    "-xnone",
    ...sources.filter(isObject),
    "-o",
    out,
  ];
}

/** The flags in a guest's `compile_flags.txt`. */
async function ownFlags(source: string): Promise<readonly string[]> {
  const file = join(source, "compile_flags.txt");
  const lines = (await exists(file)) ? (await readFile(file, "utf8")).split("\n") : [];
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

async function allSources(source: string, extension: string): Promise<readonly string[]> {
  const files = await readdir(source, { recursive: true });
  // Bindings come with an object file: the contract, which no source can say.
  return files.filter((file) => extname(file) === extension || isObject(file)).sort();
}

function isObject(file: string): boolean {
  return extname(file) === ".o";
}
