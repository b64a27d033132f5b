import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BuildError, buildPlugin, detectProject, runCommand } from "@polyplug/build";
import { expect, test } from "vitest";
import { environment } from "./environment.ts";
import { addAssemblyscriptSdk, contract, projectFolder, type SourceLanguage, shout } from "./project-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A build that has to fail, where an artifact of an earlier one lies. */
async function failure(folder: string, env = environment): Promise<BuildError> {
  const project = await detectProject(folder, { name: "shout" });
  const thrown = await buildPlugin(project, { env }).catch((error: unknown) => error);
  if (!(thrown instanceof BuildError)) throw new Error("it was built");
  expect(await readdir(join(folder, "dist"))).toEqual(["shout.wasm"]);
  expect(await readFile(join(folder, "dist/shout.wasm"), "utf8")).toBe("the old one");
  return thrown;
}

const old = { "dist/shout.wasm": "the old one" };

const broken: Readonly<Record<SourceLanguage, readonly [file: string, text: string, said: RegExp, reason: RegExp]>> = {
  rust: ["src/lib.rs", "fn transform( {}\n", /^error: .*\n +--> src\/lib\.rs:1:18/, /^rustc 1\..* failed$/],
  c: ["plugin.c", "int transform( {}\n", /^plugin\.c:1:\d+: error: /m, /^@yowasp\/clang .* failed$/],
  cpp: ["src/plugin.cpp", "int transform( {}\n", /^src\/plugin\.cpp:1:\d+: error: /m, /^@yowasp\/clang .* failed$/],
  javascript: ["plugin.js", "export const transform = (\n", /plugin\.js:1:28/, /cannot be bundled$/],
  typescript: ["src/plugin.ts", "export const a: = 1;\n", /src\/plugin\.ts:1:17/, /cannot be bundled$/],
};

test.for(Object.entries(broken))("%s that does not compile", async ([language, [file, text, said, reason]]) => {
  const folder = await shout(language as SourceLanguage, { ...old, [file]: text });
  const error = await failure(folder);
  expect(error.output).toMatch(said);
  expect(error.message).toMatch(/^cannot build shout: [^\n]+$/);
  expect(error.message.slice("cannot build shout: ".length)).toMatch(reason);
});

test.for([
  ['import { readFile } from "node:fs";', /node:fs/],
  ['import { nothing } from "nothing";', /nothing/],
  ['import { nothing } from "./nothing.js";', /\.\/nothing\.js/],
] as const)("JavaScript with %s", async ([line, said]) => {
  const text = `${line}\nexport const transform = (text) => (${line.split(" ")[2]}, text);\n`;
  const error = await failure(await shout("javascript", { ...old, "plugin.js": text }));
  expect(error.output).toMatch(said);
});

test("a plugin without what its contract has", async () => {
  const js = await failure(await shout("javascript", { ...old, "plugin.js": "export const other = 1;\n" }));
  expect(js.message).toBe("cannot build plugin.js: it does not export transform, as its world does");
  const ts = { ...old, "world.wit": contract, "asconfig.json": '{ "entries": ["plugin.ts"] }', "plugin.ts": "" };
  expect((await failure(await projectFolder(ts))).message).toBe(
    'cannot build shout: it has no export "transform", which its world promises',
  );
});

test("a plugin in AssemblyScript without what its contract has", async () => {
  const world = contract.replace("export", "export count: func(text: string) -> u32;\n  export");
  const source = "export function other(): void {}\nexport const wrong: i32 = nothing;\n";
  const folder = await projectFolder({ ...old, "world.wit": world, "asconfig.json": "{}", "plugin.ts": source });
  await addAssemblyscriptSdk(folder);
  const { output } = await failure(folder);
  expect(output).toMatch(/^the plugin does not export count and transform: bindings\/ says as what\n\nERROR TS2304/);
  expect(output).toContain("Cannot find name 'nothing'");
  expect(output).not.toContain("bindings/abi");
});

test("a plugin that was written to another contract", async () => {
  const other = contract.replace("transform", "change");
  const folder = await shout("rust", { ...old, "other.wit": other, "polyplug.json": '{ "wit": "other.wit" }' });
  const error = await failure(folder);
  expect(error.message).toBe("cannot build shout: what was built does not fit its contract");
  expect(error.output).toMatch(/^export change: wanted func\(text: string\) -> .*, found no such export: /);
});

test("a crate that is no cdylib is told how to be one", async () => {
  const manifest = '[package]\nname = "shout"\nversion = "1.0.0"\nedition = "2024"\n';
  const error = await failure(
    await shout("rust", { ...old, "Cargo.toml": manifest, "src/lib.rs": "pub fn shout() {}\n" }),
  );
  expect(error.message).toMatch(/: cargo made no \.wasm file: below \[lib\], .* crate-type = \["cdylib"\]$/);
});

test("a contract that is none is told of before any compiler runs", async () => {
  const error = await failure(await shout("c", { ...old, "wit/world.wit": "world" }), { PATH: environment["PATH"] });
  expect(error.message).toMatch(/^cannot read the contract: wit\/world\.wit:1:/);
});

test.for([
  ["rust", "there is no compiler for Rust (no cargo and rustc on the PATH", "install Rust from https://rustup.rs"],
  ["c", "there is no compiler for C (WASI_SDK_PATH is not set): ", "npm i -D @yowasp/clang"],
] as const)("without a compiler for %s", async ([language, reason, cure]) => {
  const error = await failure(await shout(language, old), { PATH: "/nowhere", POLYPLUG_C: "wasi-sdk" });
  expect(error.message).toContain(`cannot build shout: ${reason}`);
  expect(error.message).toContain(cure);
});

test("a Go that is too old", async () => {
  const files = {
    ...old,
    "wit/world.wit": contract,
    "go.mod": "module example.com/shout\n",
    "plugin.go": "package plugin\n",
  };
  const go = await temporaryFolder({ "bin/go": "#!/bin/sh\necho go version go1.20.3 linux/amd64\n" });
  const env = { PATH: join(go, "bin"), POLYPLUG_GO: "installed" };
  expect((await failure(await projectFolder(files), env)).message).toBe(
    "cannot build shout: there is no compiler for Go (found go1.20.3 linux/amd64 and need 1.25): " +
      "install Go 1.25 or newer from https://go.dev/dl",
  );
});

test.for([
  ["rust", "cargo", "Could not resolve host: crates.example"],
  ["go", "go", "dial tcp: lookup modules.example: no such host"],
] as const)("a compiler of %s that reaches nobody", async ([language, program, said]) => {
  const fails = `#!/bin/sh\nif test "$1" = version; then echo go version go1.99 linux; else echo "${said}" >&2; exit 1; fi\n`;
  const rustc = '#!/bin/sh\ncase "$1" in --version) echo rustc 1.99.0;; *) echo /;; esac\n';
  const programs = await temporaryFolder({ [`bin/${program}`]: fails, "bin/rustc": rustc });
  const go = { "go.mod": "module example.com/shout\n", "wit/world.wit": contract };
  const folder = language === "go" ? await projectFolder({ ...old, ...go }) : await shout(language, old);
  const error = await failure(folder, { PATH: join(programs, "bin") });
  expect(error.output).toBe(said);
  expect(error.message).toMatch(
    /^cannot build shout: .*1\.99.* failed, as it could not fetch what the plugin depends on: build it once with a network$/,
  );
});

test("links that lead nowhere or round in a circle, and pipes, are none of a compiler's business", async () => {
  const folder = await shout("c", { "src/more.c": "static int unused;\n" });
  await symlink("nowhere", join(folder, "lost.c"));
  await symlink(".", join(folder, "src/round"));
  await runCommand("mkfifo", [join(folder, "pipe.c")], { env: process.env });
  const { artifacts } = await buildPlugin(await detectProject(folder), { env: environment });
  expect(artifacts).toHaveLength(1);
});

test("an output folder that cannot be made", async () => {
  const folder = await shout("c");
  await writeFile(join(folder, "dist"), "");
  const project = await detectProject(folder);
  await expect(buildPlugin(project, { env: environment })).rejects.toThrow(`cannot write to ${join(folder, "dist")}: `);
});
