/**
 * Runs clang from npm over the files of the working directory, which it sees as its root:
 * `node yowasp-program.js <package> <artifact> <driver> <arguments> -o <name>`. Its status is the compiler's.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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

const named = args.flatMap((arg) => /^(?:-[a-zA-Z]+)?((?:\.\/)?node_modules\/.+)$/.exec(arg)?.[1] ?? []);

const write = (bytes: Uint8Array | null) => {
  if (bytes !== null) process.stderr.write(bytes);
};
const options: Parameters<Command>[2] = { stdout: write, stderr: write, fetchProgress: () => undefined };

try {
  // The first call reads LLVM from the disk. Only here can it be kept from reporting that as a download.
  await runLLVM(["clang", "--version"], {}, { ...options, stdout: null });
  const files = await commands[driver](args, readProject(named), options);
  const wasm = files?.[name];
  if (!(wasm instanceof Uint8Array)) throw new Error(`clang left no file ${name}`);
  writeFileSync(artifact, wasm);
} catch (error) {
  if (!(error instanceof Exit)) throw error;
  process.exitCode = error.code;
}

/** What the compiler sees. Packages are there where an argument names them: most of `node_modules` is no business of C. */
function readProject(named: readonly string[]): Tree {
  const tree = readTree(".");
  for (const path of named) {
    if (!existsSync(path)) continue;
    const folders = path.split("/").filter((name) => name !== "" && name !== ".");
    const last = folders.pop() ?? "";
    let inner = tree;
    for (const name of folders) {
      const found = inner[name];
      const next = isTree(found) ? found : {};
      inner[name] = next;
      inner = next;
    }
    inner[last] = statSync(path).isDirectory() ? readTree(path) : readFileSync(path);
  }
  return tree;
}

function readTree(folder: string): Tree {
  const tree: Tree = {};
  for (const name of readdirSync(folder)) {
    if (name === "node_modules" || name.startsWith(".")) continue;
    const path = join(folder, name);
    // Bytes, since an object file read as text is spoilt.
    tree[name] = statSync(path).isDirectory() ? readTree(path) : readFileSync(path);
  }
  return tree;
}

function isTree(entry: Tree[string] | undefined): entry is Tree {
  return typeof entry === "object" && !(entry instanceof Uint8Array);
}
