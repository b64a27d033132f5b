import type { Target } from "@polyplug/built-guests";
import type { Adapter, Missing, Toolchain, Way } from "../adapter.ts";
import { exists, findProgram, type Machine } from "../machine.ts";
import { missingFromDebian } from "../provision/debian.ts";
import { rustupTargets } from "../provision/rustup.ts";
import { runCommand } from "../run-command.ts";
import { buildPackage, buildWorkspace, type Cargo } from "../rust/cargo.ts";

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
    const program = "/usr/bin/cargo";
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
    return toolchain("debian", { program, version, env, args }, machine);
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
  return toolchain(way, { program: cargo, version, env: {}, args: [] }, machine);
}

async function versionOf(rustc: string, machine: Machine): Promise<string> {
  return (await runCommand(rustc, ["--version"], machine)).stdout.trim();
}

function toolchain(way: string, cargo: Cargo, machine: Machine): Toolchain {
  return {
    way,
    version: cargo.version,
    build: (job) => buildPackage(cargo, job, machine),
    buildBatch: (job) => buildWorkspace(cargo, job, machine),
  };
}
