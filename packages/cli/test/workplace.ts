import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadBindgen } from "@polyplug/bindgen";
import wabt from "wabt";

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A folder with the modules of `cases/modules` and `cases/typed` compiled and some bad files, where `polyplug` is a program on the path. */
export interface Workplace {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** The path of `polyplug`. */
  readonly program: string;
  /** Runs a line of shell in the folder. */
  shell(line: string): Promise<Finished>;
  remove(): Promise<void>;
}

const modules = new URL("cases/modules/", import.meta.url);
/** Core plugins: a module and its contract each. */
const typed = new URL("cases/typed/", import.meta.url);
/** Folders as users have them. */
const projects = new URL("cases/projects/", import.meta.url);
const sources = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const hooks = new URL("resolve-sources.ts", import.meta.url);

/** Nothing but what it says of itself: a custom section for each field. */
const described = {
  version: "1.2.0",
  authors: "Ada <ada@example.com>",
  description: "Shouts.\nLoudly. \u001b[31m",
  licenses: "Apache-2.0",
  source: "https://example.com/shout.git",
  homepage: "https://example.com/shout",
  revision: "de978e17",
};

function customSections(texts: Readonly<Record<string, string>>): Buffer {
  const sections = Object.entries(texts).map(([name, text]) => `${String.fromCharCode(name.length)}${name}${text}`);
  return Buffer.from(sections.map((body) => `\0${String.fromCharCode(body.length)}${body}`).join(""), "latin1");
}

/** One function, which traps. It is exported as ESC`[31mred`, and the name section calls it ESC`[31mhi`. */
const hostileTrap = [
  "0061736d01000000",
  "0104016000000302010007", // type section, function section, and the export section's id
  "0c01081b5b33316d7265640000",
  "0a05010300000b",
  "0011046e616d65010a0100071b5b33316d6869",
];

export async function openWorkplace(): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), "polyplug-cli-"));
  const folder = join(root, "work");
  await mkdir(join(folder, "folder.wasm"), { recursive: true });
  await compileModules(folder);
  await cp(projects, folder, { recursive: true });
  await compileTyped(folder);
  await writeFile(join(folder, "text.wasm"), "not wasm at all");
  await writeFile(join(folder, "empty.wasm"), "");
  const empty = Buffer.from("0061736d01000000", "hex");
  await writeFile(join(folder, "described.wasm"), Buffer.concat([empty, customSections(described)]));
  await writeFile(join(folder, "component.wasm"), Buffer.from("0061736d0d000100", "hex"));
  await writeFile(join(folder, "truncated.wasm"), (await readFile(join(folder, "numbers.wasm"))).subarray(0, 20));
  await writeFile(join(folder, "hostile-trap.wasm"), Buffer.from(hostileTrap.join(""), "hex"));
  for (const [file, place] of Object.entries(tested)) await cp(join(folder, file), join(folder, place, file));
  const program = join(root, "polyplug");
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" --import "${hooks.href}" "${sources}" "$@"\n`);
  await chmod(program, 0o755);
  const env = { PATH: `${root}:/usr/bin:/bin`, NODE_COMPILE_CACHE: join(root, "compile-cache") };
  return {
    folder,
    env,
    program,
    shell: (line) => run(line, folder, env),
    remove: () => rm(root, { recursive: true }),
  };
}

async function compileModules(folder: string): Promise<void> {
  for (const file of await readdir(modules)) {
    await writeFile(join(folder, wasmOf(file)), await compile(new URL(file, modules)));
  }
}

/** Where else plugins lie than in the folder itself: beside tests of theirs. */
const tested: Readonly<Record<string, string>> = {
  "shout.wasm": "tested",
  "asks.wasm": "tested/asking",
  "adder.wasm": "tested/bare",
};

/** The core plugins, their components, and their contracts. */
async function compileTyped(folder: string): Promise<void> {
  using bindgen = await loadBindgen();
  const files = (await readdir(typed)).filter((file) => file.endsWith(".wat"));
  for (const file of files) {
    const contract = file.replace(/\.wat$/, ".wit");
    const wit = await readFile(new URL(contract, typed), "utf8");
    const plugin = await bindgen.embed(await compile(new URL(file, typed)), wit);
    await writeFile(join(folder, wasmOf(file)), plugin);
    await writeFile(join(folder, contract), wit);
    await writeFile(join(folder, file.replace(/\.wat$/, "-component.wasm")), await bindgen.componentize(plugin));
  }
}

async function compile(file: URL): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const text = await readFile(file, "utf8");
  const module = parseWat(file.pathname, text, { annotations: true, reference_types: true, multi_value: true });
  const { buffer } = module.toBinary({ write_debug_names: true });
  module.destroy();
  return buffer;
}

function wasmOf(file: string): string {
  return file.replace(/\.wat$/, ".wasm");
}

function run(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = execFile("/bin/sh", ["-c", line], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ stdout, stderr, exitCode: Number(error?.code ?? 0) });
    });
    child.stdin?.end();
  });
}
