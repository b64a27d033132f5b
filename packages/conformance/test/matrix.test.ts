import { describe, expect, test } from "vitest";
import {
  type Case,
  type CaseResult,
  deadFailures,
  discoverCases,
  entryTitle,
  gridsOf,
  isTrouble,
  lackOf,
  matrixOptions,
  matrixPage,
  matrixPicture,
  planMatrix,
  playEntry,
  showGrids,
  variants,
  ways,
  wayTitle,
} from "../src/index.ts";

const sums: Case = { name: "sums", folder: "/nowhere", calls: [{ call: "add" }] };
const result = (over: Partial<CaseResult>): CaseResult => ({
  case: "sums",
  language: "rust",
  lowering: "core",
  engine: "polyplug",
  canonicalAbi: "compiled",
  tier: "inline",
  metering: "none",
  result: "pass",
  reason: null,
  ...over,
});
const facts = { wasmtime: "wasmtime 1.2.3" };

const possible = ways.filter((way) => lackOf(way) === undefined);
const possibleComponents = possible.filter(({ lowering }) => lowering === "component");

/** Not on a terminal, whatever the tests run on. */
const plain = (results: readonly CaseResult[]) => showGrids(gridsOf(results), colourless);
const colourless = Object.assign(Object.create(process.stdout), { isTTY: false, hasColors: () => false });

describe("the matrix", () => {
  test("has all seven languages", () => {
    const languages = new Set(variants.map(({ language }) => language));
    expect([...languages].sort()).toEqual(["assemblyscript", "c", "cpp", "go", "javascript", "rust", "typescript"]);
  });

  test("plays a case in each language in every way that its tools allow", () => {
    const entries = planMatrix([sums], []).map(({ variant: { language, generator }, way }) =>
      [language, generator, ...Object.values(way)].join(" "),
    );
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.filter((entry) => entry.startsWith("go "))).toHaveLength(possible.length);
    expect(entries.filter((entry) => entry.startsWith("typescript "))).toHaveLength(possibleComponents.length);
  });

  test("has every tier, with metering and without, in both forms", () => {
    const found = new Set(ways.map(({ lowering, tier, metering }) => `${lowering} ${tier} ${metering}`));
    for (const lowering of ["core", "component"]) {
      for (const tier of ["inline", "worker", "process"]) {
        for (const metering of ["none", "time"]) expect(found).toContain(`${lowering} ${tier} ${metering}`);
      }
      expect(found).toContain(`${lowering} inline fuel`);
      expect(found).toContain(`${lowering} suspending none`);
    }
  });

  test("leaves out what the engine lacks, and nothing on one that lacks nothing", () => {
    const [major = 0] = process.versions.node.split(".").map(Number);
    const lacking = ways.filter((way) => lackOf(way) !== undefined).map(wayTitle);
    if (major >= 24) expect(lacking).toEqual([]);
    else expect(lacking).toEqual(expect.arrayContaining(["core suspending", "component suspending"]));
  });

  test("tells of a guest that is not there", async () => {
    const [entry] = planMatrix([sums], []);
    const played = entry && (await playEntry(entry));
    expect(played?.result).toEqual(result({ result: "not-built", reason: "there is no plugin.rs" }));
    expect(played && isTrouble(played.result)).toBe(true);
  });

  test("tells why one could not be built", async () => {
    const guest = { topic: "sums", language: "rust", target: "core", reason: "no Rust here" } as const;
    const [entry] = planMatrix([sums], [guest]);
    expect(entry && (await playEntry(entry)).result).toEqual(result({ result: "not-built", reason: "no Rust here" }));
  });

  test("tells of a guest that does not load", async () => {
    const guest = { topic: "sums", language: "rust", target: "core", path: "/nowhere/sums.wasm", grant: {} } as const;
    const [entry] = planMatrix([sums], [guest]);
    expect(entry && (await playEntry(entry)).result).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("/nowhere/sums.wasm"),
    });
  });

  test.for([
    ["a language", { rust: "Why." }, possible.length],
    ["a generator, in every language that has it", { "componentize-qjs": "Why." }, 2 * possibleComponents.length],
    ["an engine", { wasmtime: "Why." }, 8],
  ] as const)("excuses %s", async ([, without, count]) => {
    const played = await Promise.all(planMatrix([{ ...sums, without }], []).map(playEntry));
    const excused = played.filter((one) => one.result.result === "known-failure");
    expect(excused.map((one) => one.result.reason)).toEqual(new Array(count).fill("Why."));
  });

  test("finds known failures that nothing meets, unless something was not played", async () => {
    const entries = planMatrix([{ ...sums, without: { cpp: "Why.", wasmtime: "Why." } }], []);
    const cpp = entries.filter(({ variant }) => variant.language === "cpp");
    expect(await deadFailures(await Promise.all(cpp.map(playEntry)))).toContain(
      'cpp: options: values#echo-list(["a",null,"",null])',
    );
    const missing = planMatrix([sums], []).filter(({ variant }) => variant.language === "cpp");
    expect(await deadFailures(await Promise.all(missing.map(playEntry)))).toEqual([]);
  });

  test("has a title for each entry", () => {
    const titles = planMatrix([sums], []).map(entryTitle);
    expect(titles).toContain("sums: JavaScript, componentize-js, component wasmtime");
    expect(titles).toContain("sums: Rust, core reference");
    expect(titles).toContain("sums: Rust, core worker, time");
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe("the grid", () => {
  test("counts what passed, what is known not to, and what nobody foresaw", () => {
    const results = [
      result({}),
      result({ case: "lists", result: "known-failure", reason: "Why." }),
      result({ case: "maps", result: "unexpected-pass", reason: "It passes." }),
    ];
    const [forms, tiers] = gridsOf(results).map(({ rows }) =>
      rows.map(({ variant, cells }) => [variant.language, ...cells]),
    );
    const cell = { total: 3, passed: 1, known: 1, trouble: 1 };
    expect(forms).toEqual([["rust", cell, ...new Array(4).fill(undefined)]]);
    expect(tiers).toEqual([["rust", cell, ...new Array(7).fill(undefined)]]);
    expect(plain(results)).toContain("Rust  !1 ~1 1/3          -          -          -          -");
  });

  test("counts both forms on each tier, and one implementation of the canonical ABI", () => {
    const way = { tier: "worker", metering: "time" } as const;
    const results = [
      result(way),
      result({ ...way, lowering: "component" }),
      result({ canonicalAbi: "reference" }),
      result({ lowering: "component", engine: "wasmtime", canonicalAbi: null, tier: null, metering: null }),
    ];
    const [, { columns, rows }] = gridsOf(results);
    const counted = columns.flatMap(({ group, title }, place) => {
      const total = rows[0]?.cells[place]?.total;
      return total === undefined ? [] : [`${group}, ${title}: ${total}`];
    });
    expect(counted).toEqual(["worker, time: 2"]);
  });

  test("has no row for what was left out, and no legend for what there is not", () => {
    expect(plain([result({})])).not.toMatch(/Go|known|foreseen/);
  });
});

describe("the page and the picture", () => {
  const results = [result({}), result({ canonicalAbi: "reference", result: "known-failure", reason: "One | two." })];

  test("are the same for the same results", () => {
    expect(matrixPage(results, facts)).toBe(matrixPage(structuredClone(results), facts));
    expect(matrixPicture(results)).toBe(matrixPicture(structuredClone(results)));
  });

  test("say where a case does not pass, and why", () => {
    expect(matrixPage(results, facts)).toMatch(/^\| sums +\| all +\| core reference +\| One \\\| two\. +\|$/m);
    expect(matrixPicture(results)).toContain(">0/1<");
  });

  test("are one row where only languages differ", () => {
    const why = { result: "known-failure", reason: "Why." } as const;
    const page = matrixPage([result(why), result({ ...why, language: "c" }), result({ language: "go" })], facts);
    expect(page).toMatch(/^\| sums +\| Rust; C +\| everywhere +\| Why\. +\|$/m);
  });

  test("hold no script, and nothing from elsewhere", () => {
    const picture = matrixPicture(results);
    expect(picture).not.toMatch(/<script|<image|<foreignObject|href|url\(|\son\w+=/);
    expect(picture.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });
});

describe("the command", () => {
  test("plays everything unless told otherwise", async () => {
    const cases = await discoverCases();
    const { languages, cases: chosen, tiers, whole } = matrixOptions([], cases);
    expect([languages.length, chosen.length, whole]).toEqual([7, cases.length, true]);
    expect(tiers).toEqual(["inline", "suspending", "worker", "process", null]);
  });

  test("plays on the tiers that are named, and asks nobody else then", async () => {
    const { tiers, whole } = matrixOptions(["--tier", "process", "--tier=worker"], await discoverCases());
    expect({ tiers, whole }).toEqual({ tiers: ["worker", "process"], whole: false });
  });

  test("plays the languages and cases that are named", async () => {
    const args = ["--language", "go", "--case", "strings", "--language=c", "--case", "lists", "--json", "a b.json"];
    const { languages, cases, json, whole } = matrixOptions(args, await discoverCases());
    expect({ languages, cases: cases.map(({ name }) => name), json, whole }).toEqual({
      languages: ["c", "go"],
      cases: ["lists", "strings"],
      json: "a b.json",
      whole: false,
    });
  });

  test.for([
    [["--language", "cobol"], /^there is no language cobol, only rust, c, cpp, go, assemblyscript, javascript, type/],
    [["--case", "sum"], /^there is no case sum, only sums$/],
    [["--tier", "cloud"], /^there is no tier cloud, only inline, suspending, worker, process$/],
    [["--write", "--tier", "inline"], /^cannot write the page: /],
    [["--write", "--case", "sums"], /^cannot write the page: /],
    [["--json"], /json/],
    [["rust"], /rust/],
  ] as const)("refuses %j", ([args, message]) => {
    expect(() => matrixOptions(args, [sums])).toThrow(message);
  });
});
