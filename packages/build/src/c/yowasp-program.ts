/**
 * Runs clang from npm over the files of the working directory, which it sees as its root:
 * `node yowasp-program.js <package> <artifact> <driver> <arguments> -o <name>`. Its status is the compiler's.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, Tree } from "@yowasp/clang";

const [entry, artifact, driver, ...args] = process.argv.slice(2);
const name = args.at(-1);
if (
  entry === undefined ||
  artifact === undefined ||
  name === undefined ||
  (driver !== "clang" && driver !== "clang++")
) {
  throw new Error("usage: <package> <artifact> <clang or clang++> <arguments> -o <name>");
}
const { commands, Exit, runLLVM } = (await import(entry)) as typeof import("@yowasp/clang");

const write = (bytes: Uint8Array | null) => {
  if (bytes !== null) process.stderr.write(bytes);
};
const options: Parameters<Command>[2] = { stdout: write, stderr: write, fetchProgress: () => undefined };

try {
  // The first call reads LLVM from the disk. Only here can it be kept from reporting that as a download.
  await runLLVM(["clang", "--version"], {}, { ...options, stdout: null });
  const files = await commands[driver](args, readTree("."), options);
  const wasm = files?.[name];
  if (!(wasm instanceof Uint8Array)) throw new Error(`clang left no file ${name}`);
  writeFileSync(artifact, wasm);
} catch (error) {
  if (!(error instanceof Exit)) throw error;
  process.exitCode = error.code;
}

function readTree(folder: string): Tree {
  const tree: Tree = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // Bytes, since an object file read as text is spoilt.
    tree[entry.name] = entry.isDirectory() ? readTree(path) : readFileSync(path);
  }
  return tree;
}
