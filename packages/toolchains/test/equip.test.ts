import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Adapter, findCompiler } from "@polyplug/build";
import { adapters, equip, type Machine } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

function adapter(language: string): Adapter {
  const found = adapters.get(language);
  if (found === undefined) throw new Error(`no adapter for ${language}`);
  return found;
}

const clangPackages =
  "clang-22 lld-22 wasi-libc libclang-rt-22-dev-wasm32 libc++-22-dev-wasm32 libc++abi-22-dev-wasm32";

/** A machine with nothing on it but these programs: shell scripts that may write to $LOG and find their folder in $HOME. */
async function machineWith(scripts: Record<string, string>, known: Partial<Machine> = {}) {
  const programs = Object.entries(scripts).map(([name, script]) => [`bin/${name}`, `#!/bin/sh\n${script}\n`]);
  const home = await temporaryFolder({ log: "", installed: "", ...Object.fromEntries(programs) });
  const log = join(home, "log");
  const machine: Machine = {
    env: { PATH: join(home, "bin"), HOME: home, LOG: log },
    superuser: false,
    cache: join(home, "cache"),
    ...known,
  };
  return { machine, log: () => readFile(log, "utf8"), installed: () => readFile(join(home, "installed"), "utf8") };
}

const rustc = `
case "$1" in
  --version) echo "rustc 1.99.0" ;;
  --print) echo "$HOME/lib/$4" ;;
esac`;

test("Rust with its targets is found as it is", async () => {
  const { machine } = await machineWith({ rustc: rustc.replace("$HOME/lib/$4", "$HOME"), cargo: "" });
  expect(await findCompiler(adapter("rust"), machine)).toMatchObject({ way: "installed", version: "rustc 1.99.0" });
});

test("looking installs nothing", async () => {
  const { machine, log } = await machineWith({ rustc, cargo: "", rustup: "echo rustup >> $LOG" });
  expect(await findCompiler(adapter("rust"), machine)).toMatchObject({
    absent: [{ way: { name: "installed" } }, { way: { name: "rustup" } }, { way: { name: "debian" } }],
  });
  expect(await log()).toBe("");
});

test("targets that Rust lacks are added with rustup, for later runs too", async () => {
  const rustup = 'echo "$@" >> $LOG; shift 2; for target; do /bin/mkdir -p $HOME/lib/$target; done';
  const { machine, log } = await machineWith({ rustc, cargo: "", rustup });
  expect(await equip(adapter("rust"), machine)).toMatchObject({ way: "rustup" });
  expect(await equip(adapter("rust"), machine)).toMatchObject({ way: "installed" });
  expect(await log()).toBe("target add wasm32-unknown-unknown wasm32-wasip1\n");
});

test("where rustup fails, the cure says what it said", async () => {
  const rustup = 'echo "error: could not download file" >&2; exit 1';
  const { machine } = await machineWith({ rustc, cargo: "", rustup });
  const failed: string[] = [];
  const onProgress: Machine["onProgress"] = ({ state, error }) => state === "failed" && failed.push(String(error));
  expect(await equip(adapter("rust"), { ...machine, onProgress })).toEqual({
    cure:
      "install Rust from https://rustup.rs, then: rustup target add wasm32-unknown-unknown wasm32-wasip1 " +
      "(rustc 1.99.0 lacks the targets wasm32-unknown-unknown, wasm32-wasip1; " +
      "rustup target add wasm32-unknown-unknown wasm32-wasip1: error: could not download file; " +
      "no Debian packages rustc-web, cargo-web, rust-web-src, lld-22, wasi-libc)",
  });
  expect(failed).toEqual([expect.stringContaining("exit code 1\nerror: could not download file")]);
});

const debian = {
  "dpkg-query": 'for p in $(/bin/cat $HOME/installed); do echo "$p installed"; done',
  "apt-cache":
    'shift; for p; do echo "$p:"; echo "  Installed: (none)"; [ -e $HOME/updated ] && echo "  Candidate: 22"; done; :',
  "apt-get": 'echo "$1" >> $LOG; case $1 in update) : > $HOME/updated ;; install) echo "$@" > $HOME/installed ;; esac',
};

test.for([
  ["rust", "/usr/bin/rustc", "rustc-web cargo-web rust-web-src lld-22 wasi-libc"],
  ["c", "/usr/bin/clang-22", clangPackages],
  ["cpp", "/usr/bin/clang++-22", clangPackages],
] as const)(
  "Debian's packages for %s are installed only by root, after an update if they are unknown",
  async ([language, compiler, packages]) => {
    const using = (machine: Machine): Machine => ({
      ...machine,
      env: { ...machine.env, [`POLYPLUG_${language.toUpperCase()}`]: "debian" },
    });
    const anybody = await machineWith({ ...debian, "apt-get": "echo $1 >> $LOG" });
    expect(await equip(adapter(language), using(anybody.machine))).toHaveProperty("cure");
    expect(await anybody.log()).toBe("");

    const root = await machineWith(debian, { superuser: true });
    // The compiler that such an installation leaves lies under /usr/bin, which is this machine's own.
    await equip(adapter(language), using(root.machine)).then(
      (found) => expect(found).toMatchObject({ way: "debian" }),
      (error) => expect(String(error)).toContain(compiler),
    );
    expect(await root.log()).toBe("update\ninstall\n");
    expect(await root.installed()).toMatch(new RegExp(`^install .*=120 ${packages.replaceAll("+", "\\+")}\n$`));
  },
);

test("packages that Debian does not have are named", async () => {
  const machine = await machineWith(
    { ...debian, "dpkg-query": ":", "apt-get": "echo $1 >> $LOG" },
    { superuser: true },
  );
  const { cure } = (await equip(adapter("rust"), machine.machine)) as { cure: string };
  expect(cure).toContain("there is no rustc-web, no cargo-web, no rust-web-src, no lld-22, no wasi-libc");
  expect(await machine.log()).toBe("update\n");
});

test.for([
  ["go version go1.24.5 linux/amd64", { absent: expect.anything() }],
  ["go version go1.25.0 linux/amd64", { way: "installed" }],
  ["go version go2.0 linux/amd64", { way: "installed" }],
  ["go version devel +a5d0b7a linux/amd64", { way: "installed" }],
] as const)("%s", async ([version, finding]) => {
  const { machine } = await machineWith({ go: `echo "${version}"` });
  expect(
    await findCompiler(adapter("go"), { ...machine, env: { ...machine.env, POLYPLUG_GO: "installed" } }),
  ).toMatchObject(finding);
});

test("a Debian with a Go that is new enough gives that one", async () => {
  const aptCache = `
case "$1" in
  search) echo "golang-1.19-go - Go"; echo "golang-1.26-go - Go"; echo "golang-1.25-go - Go" ;;
  policy) echo "golang-1.26-go:"; echo "  Installed: (none)"; echo "  Candidate: 1.26" ;;
esac`;
  const scripts = { "apt-cache": aptCache, "apt-get": 'echo "$@" >> $LOG' };
  const { machine, log } = await machineWith(scripts, { superuser: true });
  const forced = { ...machine, env: { ...machine.env, POLYPLUG_GO: "debian" } };
  await equip(adapter("go"), forced);
  expect(await log()).toMatch(/^install .* golang-1\.26-go\n$/);
});

test("a way can be forced, and a wrong one is told of", async () => {
  const { machine } = await machineWith({});
  const forced = (way: string) => ({ ...machine, env: { ...machine.env, POLYPLUG_RUST: way } });
  expect(await findCompiler(adapter("rust"), forced("rustup"))).toMatchObject({
    absent: [{ way: { name: "rustup" } }],
  });
  await expect(findCompiler(adapter("rust"), forced("brew"))).rejects.toThrow(
    "cannot obey POLYPLUG_RUST=brew: Rust is had by one of installed, rustup, debian",
  );
});

test("the WASI SDK of WASI_SDK_PATH comes first, and a wrong path is an error", async () => {
  const { machine } = await machineWith({ clang: 'echo "clang version 99"' });
  const { HOME = "" } = machine.env;
  const using = (sdk: string) => ({ ...machine, env: { ...machine.env, WASI_SDK_PATH: sdk } });
  expect(await findCompiler(adapter("c"), using(HOME))).toMatchObject({ way: "wasi-sdk", version: "clang version 99" });
  await expect(findCompiler(adapter("c"), using("/nowhere"))).rejects.toThrow("no /nowhere/bin/clang");
  expect(await findCompiler(adapter("c"), machine)).toMatchObject({ way: "yowasp" });
});

test("what is there comes before what would have to be installed", async () => {
  const { machine, log } = await machineWith({ install: "echo installed >> $LOG" });
  const ready = { way: "second", version: "1", build: async () => "" };
  const ways = [
    { name: "first", find: async () => ({ missing: "it", cure: ["install", "it"] as const }) },
    { name: "second", find: async () => ready },
  ];
  expect(await equip({ ...adapter("c"), ways }, machine)).toBe(ready);
  expect(await log()).toBe("");
  expect(adapter("c").ways.map(({ name }) => name)).toEqual(["wasi-sdk", "yowasp", "debian"]);
});
