import { readFile } from "node:fs/promises";
import type {} from "@polyplug/built-guests";
import { describe, expect, inject, test } from "vitest";

const guests = inject("guests");
const adders = guests.filter(({ topic }) => topic === "adder");

const classicFour = ["environ_get", "environ_sizes_get", "fd_write", "proc_exit"];

test("the adder is there in every language, and in Rust for both targets", () => {
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
  const needy = adders.filter(({ grant }) => Object.keys(grant).length > 0);
  expect(needy.map(({ language, grant }) => [language, grant])).toEqual([["go", { clock: true }]]);
});

describe.for(adders)("the adder in $language for $target", ({ language, target, path }) => {
  test("imports what its language is known for", async () => {
    const imports = await importsOf(path);
    if (language === "go") expect(imports).toHaveLength(10);
    else if (target === "wasm32-wasip1" && language === "rust") expect(imports).toEqual(classicFour);
    else expect(imports).toEqual([]);
  });
});

test("the unmet plugin imports what nobody provides", async () => {
  const [unmet] = guests.filter(({ topic }) => topic === "unmet");
  expect(await importsOf(unmet?.path ?? "")).toEqual(["abort", "line"]);
});

test.for(guests)("$topic/$language for $target is a module", async ({ path }) => {
  expect(WebAssembly.validate(await readFile(path))).toBe(true);
});

test.for([
  ["rust", "wasm32-unknown-unknown", 600],
  ["c", "wasm32-wasip1", 600],
  ["cpp", "wasm32-wasip1", 600],
  ["assemblyscript", "wasm32", 100],
] as const)("the adder in %s for %s is at most %i bytes", async ([language, target, most]) => {
  const guest = adders.find((built) => built.language === language && built.target === target);
  const { length } = await readFile(guest?.path ?? "");
  expect(length).toBeLessThanOrEqual(most);
});

async function importsOf(path: string): Promise<readonly string[]> {
  const module = await WebAssembly.compile(await readFile(path));
  return WebAssembly.Module.imports(module)
    .map(({ name }) => name)
    .sort();
}
