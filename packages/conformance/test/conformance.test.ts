import { execFile } from "node:child_process";
import { access, readdir, readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type {} from "@polyplug/built-guests";
import { typedLanguages } from "@polyplug/toolchains";
import { afterAll, describe, expect, inject, test } from "vitest";
import {
  culprits,
  deadFailures,
  discoverCases,
  type Entry,
  entryTitle,
  gridsOf,
  isTrouble,
  lackOf,
  matrixFiles,
  type Played,
  Players,
  planMatrix,
  playEntry,
  showGrids,
  variants,
  ways,
} from "../src/index.ts";

const cases = await discoverCases();
const matrix = planMatrix(cases, [...inject("typedGuests"), ...inject("unbuiltTypedGuests")]);
const outcomes = new Map<Entry, Played>();
/** In the order of the plan, in whichever they came. */
const played = (): readonly Played[] => matrix.flatMap((entry) => outcomes.get(entry) ?? []);

let players: Promise<Players> | undefined;

/** What runs in the thread of its host does so here, and what runs elsewhere with Polyplug as it is built. */
async function play(entry: Entry): Promise<Played> {
  if (entry.way.tier !== "worker" && entry.way.tier !== "process") return await playEntry(entry);
  players ??= buildHost().then(() => new Players(availableParallelism()));
  return await (await players).play(entry);
}

async function buildHost(): Promise<void> {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const args = ["run", "build", "--filter=@polyplug/conformance^...", "--output-logs=errors-only"];
  await promisify(execFile)(join(root, "node_modules/.bin/turbo"), args, { cwd: root });
}

// Several at once, since most wait for others.
test.concurrent.for(matrix.map((entry) => ({ entry, title: entryTitle(entry) })))("$title", async ({ entry }) => {
  const one = await play(entry);
  outcomes.set(entry, one);
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
  expect(await deadFailures(played())).toEqual([]);
});

const [lack] = ways.flatMap((way) => lackOf(way) ?? []);

test.for(["MATRIX.md", "matrix.svg"])("%s is what npm run matrix -- --write makes", async (name, { skip }) => {
  skip(lack !== undefined, lack);
  const files = await matrixFiles(played().map(({ result }) => result));
  const file = files.find(({ url }) => url.pathname.endsWith(`/${name}`));
  expect(file?.content).toBe(await readFile(new URL(`../${name}`, import.meta.url), "utf8"));
});

afterAll(async () => {
  (await players)?.end();
  console.log(showGrids(gridsOf(played().map(({ result }) => result)), process.stdout));
});
