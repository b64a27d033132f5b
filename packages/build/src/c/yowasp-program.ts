/**
 * Runs clang from npm over the files of the working directory, which it sees as its root:
 * `node yowasp-program.js <package> <artifact> <driver> <arguments> -o <name>`. Its status is the compiler's.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileFault } from "@polyplug/errors";
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
  if (error instanceof Exit) process.exitCode = error.code;
  else if (error instanceof Error && "syscall" in error) {
    process.stderr.write(`${fileFault(error)}: ${"path" in error ? error.path : artifact}\n`);
    process.exitCode = 1;
  } else throw error;
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

/** `above` are the folders that this one is in, where links that lead to one of them would go on without end. */
function readTree(folder: string, above: readonly string[] = []): Tree {
  const tree: Tree = {};
  const inside = [...above, realpathSync(folder)];
  for (const name of readdirSync(folder)) {
    if (name === "node_modules" || name.startsWith(".")) continue;
    const path = join(folder, name);
    // Links that lead nowhere are none, and who reads a pipe may wait without end.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      if (!inside.includes(realpathSync(path))) tree[name] = readTree(path, inside);
    }
    // Bytes, since an object file read as text is spoilt.
    else if (found?.isFile()) tree[name] = readFileSync(path);
  }
  return tree;
}

function isTree(entry: Tree[string] | undefined): entry is Tree {
  return typeof entry === "object" && !(entry instanceof Uint8Array);
}
