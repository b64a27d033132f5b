import { copyFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { BatchJob, BuildJob } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import type { Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";

/** A cargo, and what has to be said to it on this machine so that it compiles for WebAssembly. */
export interface Cargo {
  readonly program: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** One line of cargo's message stream, as far as it is looked at. */
interface Message {
  readonly reason: string;
  readonly manifest_path?: string;
  readonly filenames?: readonly string[];
  readonly target?: { readonly crate_types: readonly string[] };
  readonly message?: { readonly level: string; readonly rendered: string | null };
}

/** What cargo ends with when something does not compile. */
const compilationFailed = 101;

/** Builds a package that makes one `.wasm`. */
export async function buildPackage(cargo: Cargo, job: BuildJob, machine: Machine): Promise<string> {
  const how = ["--quiet", "--message-format=json-render-diagnostics", ...(job.locked ? ["--locked"] : [])];
  const { stdout, stderr } = await runCargo(cargo, how, job, machine, [0]);
  const artifacts = messagesOf(stdout).flatMap(wasmFiles);
  const [artifact] = artifacts;
  if (artifact === undefined || artifacts.length > 1) {
    throw new BuildError(
      `build ${basename(job.source)}`,
      artifact === undefined
        ? 'cargo made no .wasm file: below [lib], Cargo.toml has to say crate-type = ["cdylib"]'
        : `cargo made ${artifacts.length} .wasm files and not one: build the folder of one package`,
    );
  }
  await copyFile(artifact, job.out);
  return stderr;
}

/** Builds a workspace's packages, each as far as it goes, and gives the errors of those that do not compile. */
export async function buildWorkspace(
  cargo: Cargo,
  job: BatchJob,
  machine: Machine,
): Promise<ReadonlyMap<string, BuildError>> {
  const args = ["--quiet", "--locked", "--workspace", "--keep-going", "--message-format=json"];
  const { stdout, stderr } = await runCargo(cargo, args, job, machine, [0, compilationFailed]);
  const messages = messagesOf(stdout);
  const failed = new Map<string, BuildError>();
  for (const [member, out] of job.outs) {
    const own = messages.filter(({ manifest_path }) => basename(dirname(manifest_path ?? "")) === member);
    const [artifact] = own.flatMap(wasmFiles);
    if (artifact !== undefined) await copyFile(artifact, out);
    else {
      const said = own.flatMap(({ message }) => (message?.level === "error" ? [message.rendered ?? ""] : []));
      // What keeps all of them from being built is said to people alone.
      const output = said.length > 0 ? said.join("\n").trim() : stderr.trim();
      failed.set(member, new BuildError(`build ${member}`, `it does not compile\n${output}`, { output }));
    }
  }
  return failed;
}

function runCargo(
  { program, version, env, args }: Cargo,
  how: readonly string[],
  { source, target = "wasm32-wasip1" }: Pick<BuildJob, "source" | "target">,
  machine: Machine,
  endings: readonly number[],
) {
  return runCommand(program, ["build", "--release", ...how, "--target", target, ...args], {
    cwd: source,
    endings,
    // Its other stream is for programs.
    diagnostics: "stderr",
    signal: machine.signal,
    env: {
      ...machine.env,
      ...targetFolder(machine.cache, version),
      // Flags meant for the machine's own programs would also beat those of the target.
      RUSTFLAGS: undefined,
      CARGO_ENCODED_RUSTFLAGS: undefined,
      ...env,
    },
  });
}

/** One for everything that is built, since std may be in it; one for each compiler, since they would rebuild it. */
function targetFolder(cache: string | undefined, version: string): Readonly<Record<string, string>> {
  return cache === undefined ? {} : { CARGO_TARGET_DIR: join(cache, "cargo", version.replace(/[^\w.]+/g, "-")) };
}

function messagesOf(stdout: string): readonly Message[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line) as Message);
}

/** Programs of the same package are not meant. */
function wasmFiles({ reason, filenames = [], target }: Message): readonly string[] {
  if (reason !== "compiler-artifact" || !target?.crate_types.includes("cdylib")) return [];
  return filenames.filter((file) => file.endsWith(".wasm"));
}
