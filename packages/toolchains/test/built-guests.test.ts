import { readFile } from "node:fs/promises";
import type {} from "@polyplug/toolchains/vitest";
import { describe, expect, inject, test } from "vitest";

const guests = inject("guests");

const classicFour = ["environ_get", "environ_sizes_get", "fd_write", "proc_exit"];

test("the adder is there in every language, and in Rust for both targets", () => {
  const adders = guests.filter(({ topic }) => topic === "adder");
  expect(adders.map(({ language, target }) => `${language} ${target}`)).toEqual([
    "rust wasm32-unknown-unknown",
    "rust wasm32-wasip1",
    "c wasm32-wasip1",
    "cpp wasm32-wasip1",
    "go wasm32-wasip1",
    "assemblyscript wasm32",
  ]);
});

test("Go alone needs a grant to start", () => {
  const needy = guests.filter(({ grant }) => Object.keys(grant).length > 0);
  expect(needy.map(({ language, grant }) => [language, grant])).toEqual([["go", { clock: true }]]);
});

describe.for(guests)("$topic/$language for $target", ({ topic, language, target, path }) => {
  test("compiles and imports what its language is known for", async () => {
    const module = await WebAssembly.compile(await readFile(path));
    const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
    if (language === "go") expect(imports).toHaveLength(10);
    else if (target === "wasm32-wasip1" && language === "rust") expect(imports.sort()).toEqual(classicFour);
    else if (topic === "unmet") expect(imports.sort()).toEqual(["abort", "line"]);
    else expect(imports).toEqual([]);
  });
});

test.for([
  ["rust", "wasm32-unknown-unknown", 600],
  ["c", "wasm32-wasip1", 600],
  ["cpp", "wasm32-wasip1", 600],
  ["assemblyscript", "wasm32", 100],
] as const)("the adder in %s for %s is at most %i bytes", async ([language, target, most]) => {
  const guest = guests.find(
    (built) => built.topic === "adder" && built.language === language && built.target === target,
  );
  const { length } = await readFile(guest?.path ?? "");
  expect(length).toBeLessThanOrEqual(most);
});
