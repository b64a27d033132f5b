import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildGuestsOptions, type BuiltGuest, buildGuests, type ProgressEvent } from "@polyplug/toolchains";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const asconfig = '{ "options": { "runtime": "stub" } }';
const answer = (n: number) => `export function answer(): i32 { return ${n}; }`;
const answers = {
  "examples/answer/assemblyscript/plugin.ts": answer(42),
  "examples/answer/assemblyscript/asconfig.json": asconfig,
};

async function build(root: string, options: BuildGuestsOptions = {}) {
  const events: ProgressEvent[] = [];
  const guests = await buildGuests({ root, onProgress: (event) => events.push(event), ...options });
  return { built: guests.filter((guest): guest is BuiltGuest => "path" in guest), guests, events };
}

async function run({ path }: BuiltGuest): Promise<unknown> {
  const { instance } = await WebAssembly.instantiate(await readFile(path));
  return (instance.exports["answer"] as () => number)();
}

test("a guest is built once, and again when its sources change", async () => {
  const root = await temporaryFolder(answers);
  const first = await build(root);
  expect(first.events.map(({ task, state }) => `${task}: ${state}`)).toEqual([
    "build answer/assemblyscript for wasm32: started",
    "build answer/assemblyscript for wasm32: done",
  ]);
  const second = await build(root);
  expect(second).toEqual({ ...first, events: [] });

  await writeFile(join(root, "examples/answer/assemblyscript/plugin.ts"), answer(43));
  const third = await build(root);
  expect(third.events).toHaveLength(2);
  expect(await Promise.all([...first.built, ...third.built].map(run))).toEqual([42, 43]);
  const newest = join(root, ".cache/guests/answer/assemblyscript/wasm32/answer.wasm");
  expect(await readFile(newest)).toEqual(await readFile(third.built[0]?.path ?? ""));
});

test("of two that build at once, one does and both have the artifact", async () => {
  const root = await temporaryFolder(answers);
  const [a, b] = await Promise.all([build(root), build(root)]);
  expect(a.guests).toEqual(b.guests);
  expect([...a.events, ...b.events]).toHaveLength(2);
});

test("only the topics that are asked for are built", async () => {
  const root = await temporaryFolder({ ...answers, "examples/broken/assemblyscript/plugin.ts": "?" });
  const { guests } = await build(root, { topics: ["answer"] });
  expect(guests.map(({ topic }) => topic)).toEqual(["answer"]);
  await expect(build(root, { topics: ["question"] })).rejects.toThrow("no topic is called question");
});

const cargoToml = '[package]\nname = "broken"\nedition = "2024"\n[lib]\npath = "plugin.rs"\ncrate-type = ["cdylib"]\n';
const cargoLock = 'version = 4\n[[package]]\nname = "broken"\nversion = "0.0.0"\n';

test.for([
  [
    "rust",
    { "plugin.rs": "fn f() -> i32 { true }", "Cargo.toml": cargoToml, "Cargo.lock": cargoLock },
    "error[E0308]: mismatched types",
  ],
  [
    "c",
    { "plugin.c": "int f(void) { return nothing; }" },
    "plugin.c:1:22: error: use of undeclared identifier 'nothing'",
  ],
  [
    "cpp",
    { "plugin.cpp": "int f() { return nothing; }" },
    "plugin.cpp:1:18: error: use of undeclared identifier 'nothing'",
  ],
  [
    "go",
    { "plugin.go": "package main\nfunc main() { nothing() }\n", "go.mod": "module broken\n" },
    "plugin.go:2:15: undefined: nothing",
  ],
  ["assemblyscript", { "plugin.ts": "nothing();" }, "ERROR TS2304: Cannot find name 'nothing'."],
] as const)("what the compiler of %s says is in the error", async ([language, files, message]) => {
  const named = Object.entries(files).map(([name, content]) => [`examples/broken/${language}/${name}`, content]);
  const root = await temporaryFolder({ ...Object.fromEntries(named), ...answers });
  const failure = build(root);
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.toMatchObject({ name: "BuildError" });
});

test("a language without a compiler gives its cure, and the others are built", async () => {
  const root = await temporaryFolder({
    ...answers,
    "examples/answer/go/plugin.go": "",
    "examples/answer/rust/plugin.rs": "",
  });
  const { guests } = await build(root, { env: { PATH: join(root, "bin") } });
  expect(guests).toEqual([
    {
      topic: "answer",
      language: "rust",
      target: "wasm32-unknown-unknown",
      cure: expect.stringContaining("https://rustup.rs"),
    },
    {
      topic: "answer",
      language: "rust",
      target: "wasm32-wasip1",
      cure: expect.stringContaining("no cargo and rustc on the PATH"),
    },
    {
      topic: "answer",
      language: "go",
      target: "wasm32-wasip1",
      cure: expect.stringMatching(/^install Go 1\.25 or newer.*\(no go on the PATH/),
    },
    {
      topic: "answer",
      language: "assemblyscript",
      target: "wasm32",
      path: expect.stringContaining("/answer.wasm"),
      grant: {},
    },
  ]);
});
