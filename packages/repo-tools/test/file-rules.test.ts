import { describeViolation, noLeaks, reasonedSkips, shortFiles, tellingNames } from "@polyplug/repo-tools";
import { describe, expect, test } from "vitest";
import { fixtureTree } from "./fixture-tree.ts";

describe("shortFiles", () => {
  const long = "\n".repeat(401);
  const path = "packages/host/src/table.ts";

  test("takes 400 lines and refuses 401", () => {
    expect(shortFiles(fixtureTree({ [path]: "\n".repeat(400) }), [])).toEqual([]);
    expect(shortFiles(fixtureTree({ [path]: long }), []).map(describeViolation)).toEqual([
      `${path}: has 401 lines, more than 400`,
    ]);
  });

  test("reads every source language, and neither data nor generated files", () => {
    const files = ["a.rs", "a.go", "a.c", "a.py", "a.mjs", "a.json", "a.md", "a.generated.ts"];
    const found = shortFiles(fixtureTree(Object.fromEntries(files.map((name) => [name, long]))), []);
    expect(found.map((one) => one.path)).toEqual(["a.c", "a.go", "a.mjs", "a.py", "a.rs"]);
  });

  test("takes an exception with a reason", () => {
    expect(shortFiles(fixtureTree({ [path]: long }), [{ path, reason: "one table" }])).toEqual([]);
    expect(shortFiles(fixtureTree({ [path]: long }), [{ path, reason: " " }])).toHaveLength(1);
  });

  test.each([{}, { [path]: "\n" }])("refuses an exception that is no longer needed", (files) => {
    expect(shortFiles(fixtureTree(files), [{ path, reason: "one table" }])).toHaveLength(1);
  });
});

describe("tellingNames", () => {
  test.each([
    "packages/host/src/utils/text.ts",
    "packages/host/src/utils.ts",
    "packages/host/test/test-helpers.test.ts",
    "examples/common/adder.c",
    "shared/text.ts",
    "packages/misc/package.json",
  ])("refuses %s", (path) => {
    expect(tellingNames(fixtureTree({ [path]: "" }))).toHaveLength(1);
  });

  test.each(["packages/host/src/shared-memory.ts", "packages/wasi/src/commonly-missing.ts"])("takes %s", (path) => {
    expect(tellingNames(fixtureTree({ [path]: "" }))).toEqual([]);
  });
});

describe("noLeaks", () => {
  const check = (text: string) => noLeaks(fixtureTree({ "a.txt": `first\n${text}` })).map(describeViolation);
  // Put together here, since the rule reads this file too.
  const host = ["registry", "example", "com"].join(".");
  const home = ["", "home", "ada", "polyplug"].join("/");

  test.each([
    ["file:///checkouts/polyplug/packages", "the path of a checkout"],
    ["/checkouts/polyplug", "the path of a checkout"],
    [`cache: ${home}`, "the path of somebody's home"],
    [["", "resolved", `: "http://localhost:4873/a.tgz"`].join('"'), "the address of a download"],
    [`https://${host}/a.tgz`, "the host of a package registry"],
    [["files", "pythonhosted", "org"].join("."), "the host of a package registry"],
  ])("finds %s", (text, what) => {
    expect(check(text)).toEqual([`a.txt:2: holds ${what}`]);
  });

  test.each([
    "src/checkouts/polyplug-next",
    "~/checkouts/polyplug",
    "/home/",
    "https://docs.rs/",
    "static.rust-lang.org",
  ])("takes %s", (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe("reasonedSkips", () => {
  const check = (text: string) => reasonedSkips(fixtureTree({ "a.test.ts": text })).map(describeViolation);

  test.each([
    'it.skip("adds", () => {});',
    'test.todo("adds");',
    'describe.skipIf(isWindows)("adder", () => {});',
    'test.concurrent.skip.each([1])("adds %d", () => {});',
    'test("adds", (context) => { context.skip(); });',
  ])("asks for the reason of %s", (text) => {
    expect(check(`\n${text}`)).toEqual([expect.stringMatching(/^a\.test\.ts:2: has "\w+" without a comment/)]);
    expect(check(`// the reason\n${text}`)).toEqual([]);
    expect(check(`${text} // the reason`)).toEqual([]);
  });

  test("does not take a far comment for a reason", () => {
    expect(check('// the reason\n\nit.skip("adds", () => {});')).toHaveLength(1);
  });

  test("refuses only, for whatever reason", () => {
    expect(check('// the reason\nit.only("adds", () => {});')).toEqual(["a.test.ts:2: runs this test only"]);
  });

  test("leaves other methods of these names alone", () => {
    expect(check("reader.skip(4);\ntest('adds', () => {});")).toEqual([]);
  });
});
