import { readdir } from "node:fs/promises";
import { findToolchains } from "@polyplug/build";
import { expect, test } from "vitest";
import { projectFolder } from "./project-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const nothing = { PATH: "/nowhere", POLYPLUG_C: "wasi-sdk", POLYPLUG_CPP: "debian" };

test("each language has a compiler, or what is missing and a cure", async () => {
  const folder = await projectFolder({});
  const found = await findToolchains(undefined, { folder, env: nothing });
  expect(found.map(({ language, title }) => [language, title])).toEqual([
    ["rust", "Rust"],
    ["go", "Go"],
    ["assemblyscript", "AssemblyScript"],
    ["cpp", "C++"],
    ["c", "C"],
    ["typescript", "TypeScript"],
    ["javascript", "JavaScript"],
  ]);
  expect(found.find(({ language }) => language === "c")).toEqual({
    language: "c",
    title: "C",
    found: undefined,
    missing: [{ way: "wasi-sdk", reason: "WASI_SDK_PATH is not set", command: undefined }],
    cure: "npm i -D @yowasp/clang, or set WASI_SDK_PATH to a WASI SDK",
  });
  expect(found.find(({ language }) => language === "rust")).toMatchObject({ found: undefined, missing: [{}, {}, {}] });
  expect(found.find(({ language }) => language === "assemblyscript")).toMatchObject({
    found: { way: "npm", version: expect.stringMatching(/^asc \d/) },
    missing: [],
  });
});

test("a command that would cure is told, and never run", async () => {
  const scripts = { rustc: "echo rustc 1.99.0", cargo: "", rustup: 'echo "$@" >> "$0.log"', "apt-get": ': > "$0.log"' };
  const programs = Object.entries(scripts).map(([name, script]) => [`bin/${name}`, `#!/bin/sh\n${script}\n`]);
  const home = await temporaryFolder(Object.fromEntries(programs));
  const [rust] = await findToolchains("rust", { env: { PATH: `${home}/bin` } });
  expect(rust?.missing).toEqual([
    { way: "installed", reason: "rustc 1.99.0 lacks the targets wasm32-wasip1", command: undefined },
    { way: "rustup", reason: expect.any(String), command: "rustup target add wasm32-wasip1" },
    {
      way: "debian",
      reason: "no Debian packages rustc-web, cargo-web, rust-web-src, lld-22, wasi-libc",
      command: "apt-get install --no-install-recommends rustc-web cargo-web rust-web-src lld-22 wasi-libc",
    },
  ]);
  expect((await readdir(`${home}/bin`)).sort()).toEqual(["apt-get", "cargo", "rustc", "rustup"]);
});

test("the compilers of the project come before those beside this package", async () => {
  const manifest = (name: string) => ({
    [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "99.0.0" }`,
  });
  const version = async (files: Record<string, string>, language: "c" | "javascript") => {
    const [toolchain] = await findToolchains(language, { folder: await projectFolder(files), env: process.env });
    return toolchain?.found?.version;
  };
  expect(await version({}, "c")).toMatch(/^@yowasp\/clang 22\./);
  expect(await version(manifest("@yowasp/clang"), "c")).toBe("@yowasp/clang 99.0.0");
  const [small, large] = ["componentize-qjs", "@bytecodealliance/componentize-js"];
  expect(await version({}, "javascript")).toMatch(/^componentize-qjs 0\./);
  expect(await version(manifest(large), "javascript")).toBe("componentize-js 99.0.0");
  expect(await version({ ...manifest(large), ...manifest(small) }, "javascript")).toBe("componentize-js 99.0.0");
});

test("a way that is forced and does not exist is an error", async () => {
  await expect(findToolchains("rust", { env: { POLYPLUG_RUST: "brew" } })).rejects.toThrow(
    "cannot obey POLYPLUG_RUST=brew: Rust is had by one of installed, rustup, debian",
  );
});

test("a compiler that does not say what it is, is none, and why is told", async () => {
  const rustup = "#!/bin/sh\necho 'error: rustup could not choose a version of rustc' >&2\nexit 1\n";
  const home = await temporaryFolder({ "bin/rustc": rustup, "bin/cargo": rustup, "bin/go": "no program\n" });
  const found = await findToolchains(undefined, { env: { ...nothing, PATH: `${home}/bin` } });
  const reason = (language: string) => found.find((one) => one.language === language)?.missing[0]?.reason;
  expect(reason("rust")).toBe(
    `cannot run ${home}/bin/rustc --version: exit code 1 error: rustup could not choose a version of rustc`,
  );
  expect(reason("go")).toMatch(new RegExp(`^cannot run ${home}/bin/go version: `));
});
