import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type {} from "@polyplug/built-guests";
import { typedLanguages } from "@polyplug/toolchains";
import { afterAll, describe, expect, inject, test } from "vitest";
import {
  culprits,
  deadFailures,
  discoverCases,
  entryTitle,
  gridOf,
  isTrouble,
  matrixFiles,
  type Played,
  planMatrix,
  playEntry,
  showGrid,
  variants,
} from "../src/index.ts";

const cases = await discoverCases();
const matrix = planMatrix(cases, [...inject("typedGuests"), ...inject("unbuiltTypedGuests")]);
const played: Played[] = [];

test.for(matrix.map((entry) => ({ entry, title: entryTitle(entry) })))("$title", async ({ entry }) => {
  const one = await playEntry(entry);
  played.push(one);
  if (one.error !== undefined) throw one.error;
  expect(isTrouble(one.result), one.result.reason ?? "").toBe(false);
});

describe.for(cases)("$name", ({ folder, without = {} }) => {
  test.for(typedLanguages)("has a guest in $title, or says why not", async ({ language, file }) => {
    const there = await access(join(folder, file)).then(
      () => true,
      () => false,
    );
    expect(there).toBe(!(language in without));
  });

  test("excuses nobody else", () => {
    const known = [...variants.flatMap(culprits), "wasmtime"];
    expect(Object.keys(without).filter((name) => !known.includes(name))).toEqual([]);
  });
});

test("known failures are of a language or of a generator", async () => {
  const known = new Set(variants.flatMap(culprits).map((name) => `${name}.txt`));
  const files = await readdir(new URL("../known-failing", import.meta.url));
  expect(files.filter((file) => !known.has(file))).toEqual([]);
});

test("every known failure is one", async () => {
  expect(await deadFailures(played)).toEqual([]);
});

test.for(["MATRIX.md", "matrix.svg"])("%s is what npm run matrix -- --write makes", async (name) => {
  const files = await matrixFiles(played.map(({ result }) => result));
  const file = files.find(({ url }) => url.pathname.endsWith(`/${name}`));
  expect(file?.content).toBe(await readFile(new URL(`../${name}`, import.meta.url), "utf8"));
});

afterAll(() => {
  console.log(showGrid(gridOf(played.map(({ result }) => result)), process.stdout));
});
