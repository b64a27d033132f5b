import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type BuildTypedGuestsOptions,
  buildTypedGuests,
  discoverTypedGuests,
  type ProgressEvent,
  repository,
} from "@polyplug/toolchains";
import { expect, onTestFinished, test } from "vitest";
import { layerOf } from "./layer-of.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const contract = "package acme:numbers;\nworld numbers { export twice: func(n: u32) -> u32; }\n";

/** Never seen before, so that nothing of it is in the cache. */
const unique = () => `/* ${crypto.randomUUID()} */\n`;

const sources = {
  rust: [
    "plugin.rs",
    'wit_bindgen::generate!({ path: "world.wit" });\nstruct P;\nimpl Guest for P { fn twice(n: u32) -> u32 { n * 2 } }\nexport!(P);\n',
  ],
  c: ["plugin.c", '#include "numbers.h"\nuint32_t exports_numbers_twice(uint32_t n) { return n * 2; }\n'],
  cpp: ["plugin.cpp", '#include "numbers_cpp.h"\nuint32_t exports::numbers::Twice(uint32_t n) { return n * 2; }\n'],
  javascript: ["plugin.js", "export const twice = (n) => n * 2;\n"],
} as const;

type Language = keyof typeof sources;

/**
 * A folder with guests: topics, and in each of them the languages with what stands before their source. The artifacts
 * and nothing else in this repository's cache are new; the compilers' own caches are not.
 */
async function folderOf(topics: Readonly<Record<string, Partial<Record<Language, string>>>>): Promise<string> {
  const files = Object.entries(topics).flatMap(([topic, languages]) => [
    [`${topic}/world.wit`, contract],
    ...Object.entries(languages).map(([language, before]) => {
      const [file, text] = sources[language as Language];
      return [`${topic}/${file}`, before + text];
    }),
  ]);
  for (const topic of Object.keys(topics)) {
    onTestFinished(() => rm(join(repository, ".cache/guests", topic), { recursive: true, force: true }));
  }
  return temporaryFolder(Object.fromEntries(files));
}

async function build(folder: string, options: BuildTypedGuestsOptions = {}) {
  const events: ProgressEvent[] = [];
  const onProgress = (event: ProgressEvent) => events.push(event);
  const outcomes = await buildTypedGuests(await discoverTypedGuests(folder), { onProgress, ...options });
  const told = events.map(({ task, state }) => `${task}: ${state}`).filter((line) => !line.includes("WIT tools"));
  return { outcomes, told, events };
}

test("a guest is built for core and as a component, once, and again when its sources or its contract change", async () => {
  const folder = await folderOf({ "test-once": { c: unique() } });
  const first = await build(folder);
  expect(first.outcomes).toMatchObject([
    { topic: "test-once", language: "c", target: "core", path: expect.stringMatching(/\/test-once\.wasm$/) },
    { topic: "test-once", language: "c", target: "component", path: expect.stringMatching(/\/test-once\.wasm$/) },
  ]);
  expect(first.told).toEqual(["build test-once/c for core: started", "build test-once/c for core: done"]);
  expect(await build(folder)).toEqual({ ...first, told: [], events: [] });

  const kinds = first.outcomes.map(async (one) => ("path" in one ? layerOf(one.path) : one));
  expect(await Promise.all(kinds)).toEqual(["module", "component"]);
  const [core] = first.outcomes;
  if (core === undefined || !("path" in core)) throw new Error("it was not built");
  expect(await readFile(core.newest)).toEqual(await readFile(core.path));

  for (const file of ["plugin.c", "world.wit"]) {
    const path = join(folder, "test-once", file);
    await writeFile(path, `${await readFile(path, "utf8")}// changed\n`);
    expect((await build(folder)).told).toEqual(first.told);
  }
});

test("guests in Rust are built together, and what the compiler says of one is that one's alone", async () => {
  const folder = await folderOf({
    "test-a": { rust: unique() },
    "test-b": { rust: `${unique()}fn broken() -> i32 { true }\n` },
    "test-c": { rust: unique() },
  });
  // It compiles, and has nothing of what the contract says.
  const path = join(folder, "test-c/plugin.rs");
  await writeFile(path, (await readFile(path, "utf8")).replace("export!(P);", ""));
  const { outcomes, told } = await build(folder);
  const message = expect.stringMatching(
    /^cannot build test-b\/rust for core: the compiler says\nerror\[E0308\]: mismatched types\n +--> test-b\/plugin\.rs:2:22\n/,
  );
  expect(outcomes).toMatchObject([
    { topic: "test-a", target: "core", path: expect.any(String) },
    { topic: "test-a", target: "component", path: expect.any(String) },
    { topic: "test-b", target: "core", error: { message } },
    { topic: "test-b", target: "component", error: { message } },
    { topic: "test-c", target: "core", path: expect.any(String) },
    {
      topic: "test-c",
      target: "component",
      error: { message: expect.stringContaining(`export of function \`twice\``) },
    },
  ]);
  expect(told).toEqual([
    "build 3 guests in Rust for core: started",
    "build 3 guests in Rust for core: done",
    "build test-b/rust for core: failed",
    "build test-c/rust for component: failed",
  ]);
  // Only what failed is built again.
  expect((await build(folder)).told[0]).toBe("build 1 guests in Rust for core: started");
});

test.for([
  ["c", "int broken(void) { return nothing; }\n", /^plugin\.c:2:27: error: use of undeclared identifier 'nothing'\n/],
  ["cpp", "int broken() { return nothing; }\n", /^plugin\.cpp:2:23: error: use of undeclared identifier 'nothing'\n/],
  ["javascript", "const broken = (;\n", /Unexpected token\n.*plugin\.js:2:17/],
] as const)("what the compiler of %s says is told once for each artifact", async ([language, before, says]) => {
  const folder = await folderOf({ "test-broken": { [language]: unique() + before } });
  const { outcomes, events } = await build(folder);
  expect(outcomes).toHaveLength(2);
  for (const outcome of outcomes) {
    const [title, ...output] = ("error" in outcome ? outcome.error.message : "").split("\n");
    expect(title).toMatch(new RegExp(`^cannot build test-broken/${language} for .*: the compiler says$`));
    expect(output.join("\n")).toMatch(says);
  }
  const told = events.flatMap(({ state, error }) => (state === "failed" ? [error] : []));
  const errors = new Set(outcomes.flatMap((one) => ("error" in one ? [one.error] : [])));
  expect(told).toHaveLength(errors.size);
  expect(new Set(told)).toEqual(errors);
});

test("a contract that is none is the guest's error, with the place", async () => {
  const folder = await folderOf({ "test-wit": { c: unique() } });
  await writeFile(join(folder, "test-wit/world.wit"), "package acme:numbers;\nworld {}\n");
  const { outcomes } = await build(folder);
  const message = expect.stringMatching(/^cannot build test-wit\/c for core: .*world\.wit:2:7: expected/);
  expect(outcomes).toMatchObject([{ error: { message } }, { error: { message } }]);
});

test("JavaScript has a component by each of its generators", async () => {
  const folder = await folderOf({ "test-js": { javascript: unique() } });
  const { outcomes } = await build(folder);
  const target = "component";
  expect(outcomes).toMatchObject([
    { target, generator: "componentize-js", path: expect.stringContaining("/javascript/componentize-js/") },
    { target, generator: "componentize-qjs", path: expect.stringContaining("/javascript/componentize-qjs/") },
  ]);
});

test("without Rust there are no WIT tools, and each guest says how to have them", async () => {
  const folder = await folderOf({ "test-cure": { c: unique(), javascript: unique() } });
  const { outcomes } = await build(folder, { env: { PATH: join(folder, "bin") } });
  const cure = expect.stringContaining("https://rustup.rs");
  expect(outcomes).toMatchObject([
    { language: "c", target: "core", cure },
    { language: "c", target: "component", cure },
    { language: "javascript", error: { message: cure } },
    { language: "javascript", error: { message: cure } },
  ]);
});

test("who interrupts gets an error and no guests", async () => {
  const folder = await folderOf({ "test-stop": { c: unique() } });
  const interruption = new AbortController();
  const onProgress = () => interruption.abort();
  await expect(build(folder, { signal: interruption.signal, onProgress })).rejects.toThrow("aborted");
});
