import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bindgen } from "@polyplug/bindgen";
import type { BuiltProgram } from "@polyplug/built-guests";
import { PluginError } from "@polyplug/errors";
import { type Isolation, type LoadOptions, loadPlugin } from "@polyplug/host";
import { applyDiff, snapshot, tree } from "@polyplug/host/files";
import { pythonEnvironment, thisMachine } from "@polyplug/toolchains";
import { runPython } from "./run-python.ts";

/** `program.json`: what a program is run with, and what it ends with. */
export interface ProgramGrants {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly exit: number;
}

/** What came of a run. What became of the directory is there to be looked at. */
export interface ProgramAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a reactor is as a component: it has no `main`, but this. */
const world = "package polyplug:programs; world program { export run: func(); }";

/** A program for preview1, a command in C and a reactor in others, as a component for WASI 0.2. */
export async function componentOf({ path, language }: BuiltProgram, bindgen: Bindgen): Promise<Uint8Array> {
  const wasm = await readFile(path);
  return await bindgen.componentize(language === "c" ? wasm : await bindgen.embed(wasm, world));
}

const wasmtime = new URL("../wasmtime/", import.meta.url);

export async function grantsOf({ folder }: Pick<BuiltProgram, "folder">): Promise<ProgramGrants> {
  return JSON.parse(await readFile(join(folder, "program.json"), "utf8"));
}

/** Runs a program with wasmtime, which works on the directory itself. */
export async function runWithWasmtime(wasm: string, grants: ProgramGrants, directory: string): Promise<ProgramAnswer> {
  const python = await pythonEnvironment(fileURLToPath(new URL("requirements.txt", wasmtime)), thisMachine());
  const script = fileURLToPath(new URL("run.py", wasmtime));
  return JSON.parse(await runPython(python, [script, wasm, directory], JSON.stringify(grants)));
}

/** Runs a program on a snapshot of the directory, and writes back what it changed. */
export async function runWithPolyplug(
  wasm: string,
  grants: ProgramGrants,
  directory: string,
  isolation: Isolation = "inline",
): Promise<ProgramAnswer> {
  const written = { stdout: "", stderr: "" };
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  const sink = (name: keyof typeof written) => (chunk: Uint8Array) => {
    written[name] += decoders[name].decode(chunk, { stream: true });
  };
  const { args = [], env = {}, stdin = "" } = grants;
  const options: Omit<LoadOptions, "isolation" | "asyncImports"> = {
    limits: { time: "unbounded" },
    grant: {
      args,
      env,
      stdin,
      stdout: sink("stdout"),
      stderr: sink("stderr"),
      clock: true,
      random: true,
      sleep: "10s",
      files: tree({ "/work": await snapshot(directory) }),
    },
  };
  // What an inline plugin gives at once may be waited for as well.
  using plugin = await loadPlugin<{ run?(): void }>(wasm, { ...options, isolation: isolation as "worker" });
  const { run } = plugin.exports;
  // A command exports no function, or as a component an interface with one, which is called as the function is.
  const status = typeof run === "function" ? await statusOf(run) : await plugin.run();
  await applyDiff(directory, (await plugin.files?.diff("/work")) ?? []);
  return { status, ...written };
}

async function statusOf(run: () => unknown): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (PluginError.is(error) && error.exitCode !== undefined) return error.exitCode;
    throw error;
  }
}
