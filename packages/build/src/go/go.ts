import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import type { Adapter, BuildJob, Missing, Toolchain, Way } from "../adapter.ts";
import { debianCure } from "../debian.ts";
import { exists, findProgram, type Machine } from "../machine.ts";
import { runCommand } from "../run-command.ts";

/** `//go:wasmexport` came with 1.24. The version after it is the oldest that is supported here. */
const oldest = 25;

const installed: Way = {
  name: "installed",
  async find(machine) {
    const go = await findProgram("go", machine);
    return go === undefined ? { missing: "no go on the PATH" } : findGo("installed", go, machine);
  },
};

const debian: Way = {
  name: "debian",
  async find(machine) {
    // Versions lie side by side under /usr/lib/go-1.25, and the newest one does.
    const folders = (await exists("/usr/lib")) ? await readdir("/usr/lib") : [];
    const minor = newest(folders, /^go-1\.(\d+)$/);
    if (minor >= oldest) return findGo("debian", `/usr/lib/go-1.${minor}/bin/go`, machine);
    const missing = `no Debian package of Go 1.${oldest} or newer`;
    const aptCache = await findProgram("apt-cache", machine);
    if (aptCache === undefined) return { missing };
    const { stdout } = await runCommand(aptCache, ["search", "--names-only", "^golang-1\\.[0-9]+-go$"], machine);
    const offered = newest(stdout.split("\n"), /^golang-1\.(\d+)-go /);
    return { missing, ...(offered < oldest ? {} : await debianCure([`golang-1.${offered}-go`], machine)) };
  },
};

export const go: Adapter = {
  language: "go",
  title: "Go",
  ways: [installed, debian],
  cure: `install Go 1.${oldest} or newer from https://go.dev/dl`,
};

function newest(names: readonly string[], pattern: RegExp): number {
  return Math.max(0, ...names.map((name) => Number(pattern.exec(name)?.[1] ?? 0)));
}

async function findGo(way: string, program: string, machine: Machine): Promise<Toolchain | Missing> {
  // Without this a go.mod that asks for another version would make go fetch it.
  const env = { ...machine.env, GOTOOLCHAIN: "local" };
  const { stdout } = await runCommand(program, ["version"], { env, signal: machine.signal });
  const version = stdout.trim().replace(/^go version /, "");
  const [, major, minor] = /\bgo(\d+)\.(\d+)/.exec(version) ?? [];
  // A development version has no number; it is newer than any.
  const old = major !== undefined && Number(major) === 1 && Number(minor) < oldest;
  if (old) return { missing: `found ${version} and need 1.${oldest}` };
  return { way, version, build: (job) => goBuild(program, job, { ...machine, env }) };
}

async function goBuild(
  program: string,
  { source, out, files = ["."] }: BuildJob,
  { env, signal }: Machine,
): Promise<string> {
  // The symbol table and DWARF are two thirds of the file and nothing in a plugin reads them. A c-shared library is
  // what Go calls a reactor: it exports `_initialize` and stays there to be called.
  const args = ["build", "-trimpath", "-ldflags=-s -w", "-buildmode=c-shared", "-o", out, ...files];
  const wasm = { GOOS: "wasip1", GOARCH: "wasm", CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off", GO111MODULE: "on" };
  // Its cache is in there, and it looks nowhere else.
  const home = { HOME: env["HOME"] ?? homedir() };
  return (await runCommand(program, args, { cwd: source, signal, env: { ...env, ...home, ...wasm } })).stderr;
}
