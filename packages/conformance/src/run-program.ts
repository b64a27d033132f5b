import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bindgen } from "@polyplug/bindgen";
import type { BuiltProgram } from "@polyplug/built-guests";
import { PluginError } from "@polyplug/errors";
import { loadPlugin } from "@polyplug/host";
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

/** A program that is a reactor for preview1, as a component for WASI 0.2. */
export async function componentOf(wasm: Uint8Array, bindgen: Bindgen): Promise<Uint8Array> {
  return await bindgen.componentize(await bindgen.embed(wasm, world));
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
export async function runWithPolyplug(wasm: string, grants: ProgramGrants, directory: string): Promise<ProgramAnswer> {
  const written = { stdout: "", stderr: "" };
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  const sink = (name: keyof typeof written) => (chunk: Uint8Array) => {
    written[name] += decoders[name].decode(chunk, { stream: true });
  };
  const { args = [], env = {}, stdin = "" } = grants;
  using plugin = await loadPlugin<{ run?(): void }>(wasm, {
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
  });
  const status = plugin.exports.run === undefined ? plugin.run() : statusOf(plugin.exports.run);
  await applyDiff(directory, plugin.files?.diff("/work") ?? []);
  return { status, ...written };
}

function statusOf(run: () => void): number {
  try {
    run();
    return 0;
  } catch (error) {
    if (PluginError.is(error) && error.exitCode !== undefined) return error.exitCode;
    throw error;
  }
}
