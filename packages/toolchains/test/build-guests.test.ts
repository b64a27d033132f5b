import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  adapters,
  type BuildGuestsOptions,
  type BuiltGuest,
  buildGuests,
  type ProgressEvent,
} from "@polyplug/toolchains";
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
  const [newest] = third.built;
  expect(await readFile(newest?.newest ?? "")).toEqual(await readFile(newest?.path ?? ""));
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
    /^error\[E0308\]: mismatched types\n(?!.*"reason")/s,
  ],
  [
    "c",
    { "plugin.c": "int f(void) { return nothing; }" },
    /^plugin\.c:1:22: error: use of undeclared identifier 'nothing'\n/,
  ],
  [
    "cpp",
    { "plugin.cpp": "int f() { return nothing; }" },
    /^plugin\.cpp:1:18: error: use of undeclared identifier 'nothing'\n/,
  ],
  [
    "go",
    { "plugin.go": "package main\nfunc main() { nothing() }\n", "go.mod": "module broken\n" },
    /^# broken\n\.\/plugin\.go:2:15: undefined: nothing$/,
  ],
  ["assemblyscript", { "plugin.ts": "nothing();" }, /^ERROR TS2304: Cannot find name 'nothing'\.\n/],
] as const)("what the compiler of %s says is told once, and the others are built", async ([language, files, says]) => {
  const named = Object.entries(files).map(([name, content]) => [`examples/broken/${language}/${name}`, content]);
  const root = await temporaryFolder({ ...Object.fromEntries(named), ...answers });
  const { guests, built, events } = await build(root);
  expect(built).toMatchObject([{ topic: "answer" }]);
  const targets = adapters.get(language)?.targets ?? [];
  expect(guests).toMatchObject([
    { topic: "answer", path: expect.any(String) },
    ...targets.map((target) => ({ topic: "broken", language, target, error: { name: "BuildError" } })),
  ]);
  const told = events.flatMap(({ state, error }) => (state === "failed" ? [error] : []));
  expect(told).toEqual(guests.flatMap((guest) => ("error" in guest ? [guest.error] : [])));
  for (const [i, error] of told.entries()) {
    const [title, ...output] = String(error).split("\n");
    expect(title).toBe(`BuildError: cannot build broken/${language} for ${targets[i]}: the compiler says`);
    expect(output.join("\n")).toMatch(says);
    expect(output.join("\n")).not.toMatch(/^ +at /m);
  }
});

test("a folder that is no guest is told of once, and the others are built", async () => {
  const root = await temporaryFolder({ ...answers, "examples/answer/zig/plugin.zig": "" });
  const { guests, events } = await build(root);
  expect(guests).toMatchObject([{ language: "assemblyscript", path: expect.any(String) }, { language: "zig" }]);
  const failed = events.filter(({ state }) => state === "failed");
  expect(failed).toMatchObject([{ task: "build answer/zig", error: { message: expect.stringContaining("zig") } }]);
});

test("a compiler that is set up wrongly fails its language alone", async () => {
  const root = await temporaryFolder({ ...answers, "examples/answer/c/plugin.c": "" });
  const { guests, events } = await build(root, { env: { ...process.env, POLYPLUG_C: "borland" } });
  expect(guests).toMatchObject([
    { language: "c", error: { message: expect.stringContaining("cannot obey POLYPLUG_C=borland") } },
    { language: "assemblyscript", path: expect.any(String) },
  ]);
  expect(events.filter(({ state }) => state === "failed")).toMatchObject([{ task: "set up C" }]);
});

test("who interrupts gets an error and no guests", async () => {
  const root = await temporaryFolder(answers);
  const interruption = new AbortController();
  const building = build(root, { signal: interruption.signal, onProgress: () => interruption.abort() });
  await expect(building).rejects.toThrow("aborted");
});

test.for([
  ["c", "plugin.c"],
  ["cpp", "plugin.cpp"],
] as const)(
  "a guest in %s has what its libc adds to the standard, and the flags of its own file",
  async ([language, file]) => {
    const text = `#include <time.h>
#include <unistd.h>
__attribute__((export_name("answer"))) int answer(void) {
  struct timespec now;
  char byte;
  return 0 * (clock_gettime(CLOCK_REALTIME, &now) + getentropy(&byte, 1)) + ANSWER;
}`;
    const files = {
      [file]: language === "c" ? text : `extern "C" {\n${text}\n}`,
      "compile_flags.txt": "-DANSWER=42\n",
    };
    const named = Object.entries(files).map(([name, content]) => [`examples/answer/${language}/${name}`, content]);
    const { built } = await build(await temporaryFolder(Object.fromEntries(named)));
    const module = await WebAssembly.compile(await readFile(built[0]?.path ?? ""));
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(exported).toContain("answer");
    expect(
      WebAssembly.Module.imports(module)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["clock_time_get", "random_get"]);
  },
);

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
      path: expect.stringMatching(/\/[0-9a-f]{16}\/answer\.wasm$/),
      newest: join(root, ".cache/guests/answer/assemblyscript/wasm32/answer.wasm"),
      grant: {},
    },
  ]);
});
