import type { Adapter, Missing, Toolchain, Way } from "../adapter.ts";
import { missingFromDebian } from "../debian.ts";
import { exists, findProgram, type Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";
import { buildPackage, buildWorkspace, type Cargo } from "./cargo.ts";

/** Rust, for one target of `rustc` or several. */
export function rustFor(targets: readonly string[]): Adapter {
  return {
    language: "rust",
    title: "Rust",
    ways: [installed(targets), rustup(targets), debian],
    cure: `install Rust from https://rustup.rs, then: rustup target add ${targets.join(" ")}`,
  };
}

function installed(targets: readonly string[]): Way {
  return { name: "installed", find: (machine) => findInstalled("installed", targets, machine) };
}

function rustup(targets: readonly string[]): Way {
  return {
    name: "rustup",
    async find(machine) {
      const finding = await findInstalled("rustup", targets, machine);
      const program = await findProgram("rustup", machine);
      if ("build" in finding || program === undefined) return finding;
      return { ...finding, cure: ["rustup", "target", "add", ...targets] };
    },
  };
}

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

async function findInstalled(way: string, targets: readonly string[], machine: Machine): Promise<Toolchain | Missing> {
  const cargo = await findProgram("cargo", machine);
  const rustc = await findProgram("rustc", machine);
  if (cargo === undefined || rustc === undefined) return { missing: "no cargo and rustc on the PATH" };
  const version = await versionOf(rustc, machine);
  const absent: string[] = [];
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
