import { copyFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Adapter, BuildJob, Missing, Target, Toolchain, Way } from "../adapter.ts";
import { BuildError } from "../build-error.ts";
import { contentHash } from "../content-hash.ts";
import { exists, findProgram, type Machine } from "../machine.ts";
import { missingFromDebian } from "../provision/debian.ts";
import { rustupTargets } from "../provision/rustup.ts";
import { type CommandOptions, runCommand } from "../run-command.ts";

const targets: readonly Target[] = ["wasm32-unknown-unknown", "wasm32-wasip1"];

const installed: Way = {
  name: "installed",
  find: async (machine) => findInstalled("installed", machine),
};

const rustup: Way = {
  name: "rustup",
  async find(machine) {
    const finding = await findInstalled("rustup", machine);
    const program = await findProgram("rustup", machine);
    if ("build" in finding || program === undefined) return finding;
    return { ...finding, provision: rustupTargets(program, targets, machine) };
  },
};

const debian: Way = {
  name: "debian",
  async find(machine) {
    const packages = ["rustc-web", "cargo-web", "rust-web-src", "lld-22", "wasi-libc"];
    const missing = await missingFromDebian(packages, machine);
    if (missing !== undefined) return missing;
    const cargo = "/usr/bin/cargo";
    const rustc = "/usr/bin/rustc";
    const version = `${await versionOf(rustc, machine)} with std from source`;
    // Debian has the sources of std and no compiled one. Building it takes a feature that rustc keeps for itself.
    const env = { RUSTC: rustc, RUSTC_BOOTSTRAP: "1" };
    const args = [
      "-Zbuild-std=std,panic_abort",
      "--config",
      'target.wasm32-unknown-unknown.rustflags = ["-Clinker=wasm-ld-22"]',
      "--config",
      'target.wasm32-wasip1.rustflags = ["-Clink-self-contained=no", "-Clinker=wasm-ld-22", "-Ctarget-feature=+crt-static", "-Lnative=/usr/lib/wasm32-wasi"]',
    ];
    return { way: "debian", version, build: (job) => cargoBuild({ cargo, version, env, args }, job, machine) };
  },
};

export const rust: Adapter = {
  language: "rust",
  title: "Rust",
  targets,
  grant: {},
  ways: [installed, rustup, debian],
  cure: `install Rust from https://rustup.rs, then: rustup target add ${targets.join(" ")}`,
};

async function findInstalled(way: string, machine: Machine): Promise<Toolchain | Missing> {
  const cargo = await findProgram("cargo", machine);
  const rustc = await findProgram("rustc", machine);
  if (cargo === undefined || rustc === undefined) return { missing: "no cargo and rustc on the PATH" };
  const version = await versionOf(rustc, machine);
  const absent: Target[] = [];
  for (const target of targets) {
    const { stdout } = await runCommand(rustc, ["--print", "target-libdir", "--target", target], machine);
    if (!(await exists(stdout.trim()))) absent.push(target);
  }
  if (absent.length > 0) return { missing: `${version} lacks the targets ${absent.join(", ")}` };
  return { way, version, build: (job) => cargoBuild({ cargo, version, env: {}, args: [] }, job, machine) };
}

async function versionOf(rustc: string, machine: Machine): Promise<string> {
  return (await runCommand(rustc, ["--version"], machine)).stdout.trim();
}

interface Cargo {
  readonly cargo: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

async function cargoBuild({ cargo, version, env, args }: Cargo, job: BuildJob, machine: Machine): Promise<void> {
  const options: CommandOptions = {
    cwd: job.source,
    // Its other stream is for programs.
    diagnostics: "stderr",
    signal: machine.signal,
    env: {
      ...machine.env,
      // One target folder for every guest, since std may be in it; one for each compiler, since they would rebuild it.
      CARGO_TARGET_DIR: join(machine.cache, "cargo", contentHash([version]).slice(0, 16)),
      // Flags meant for the machine's own programs would also beat those of the target.
      RUSTFLAGS: undefined,
      CARGO_ENCODED_RUSTFLAGS: undefined,
      ...env,
    },
  };
  const fixed = ["build", "--release", "--locked", "--quiet", "--message-format=json-render-diagnostics"];
  const { stdout } = await runCommand(cargo, [...fixed, "--target", job.target, ...args], options);
  const artifacts = stdout.split("\n").flatMap(wasmFiles);
  const [artifact] = artifacts;
  if (artifact === undefined || artifacts.length > 1) {
    throw new BuildError(
      `build ${job.source}`,
      `cargo made ${artifacts.length} .wasm files and not one (is it a cdylib?)`,
    );
  }
  await copyFile(artifact, job.out);
}

/** The `.wasm` files that one line of cargo's message stream tells of. */
function wasmFiles(line: string): readonly string[] {
  if (!line.startsWith("{")) return [];
  const message: { reason: string; filenames?: string[] } = JSON.parse(line);
  if (message.reason !== "compiler-artifact") return [];
  return (message.filenames ?? []).filter((file) => basename(file).endsWith(".wasm"));
}
